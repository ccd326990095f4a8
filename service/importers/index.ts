export { type ImportOptions, type ImportOutcome, importOpportunities } from './import-opportunities.ts';
export { ImportReport, type ReportEntry } from './import-report.ts';
export { type Mapping, readMapping } from './mapping.ts';
