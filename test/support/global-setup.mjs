import { openRunFolder } from './run-folder.mjs';

export default openRunFolder;
