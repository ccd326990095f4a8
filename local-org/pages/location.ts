import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this part; the bundler reads the browser's sources from below it. */
export const pagesFolder = dirname(fileURLToPath(import.meta.url));
