import { mergeConfig } from 'vite';
import config from '../admin/vite.config.ts';
import { bundledPackages } from './licenses.ts';

/** The console as a clone builds it, with a note of what it was built of. */
export default mergeConfig(config, { plugins: [bundledPackages()] });
