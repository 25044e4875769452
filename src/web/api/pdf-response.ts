/** A PDF as the description of the API tells it. */
export const PDF_RESPONSE = { content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } };
