export const API_CONTROLLERS = [];
