export { toCsv, UTF8_BOM } from './to-csv.ts';
