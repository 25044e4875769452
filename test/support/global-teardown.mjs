import { closeRunFolder } from './run-folder.mjs';

export default () => closeRunFolder(process.env.PRONGSAI_TEST_RUN);
