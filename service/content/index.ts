export type { Content, ContentLaunch, ContentNugget, ContentPath, ContentTarget } from './content-model.ts';
export { type ContentFault, formatFault } from './fault.ts';
export { type ContentReport, type ImportOptions, importContent } from './import-content.ts';
export { type ReadContent, readContent } from './read-content.ts';
