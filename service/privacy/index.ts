export { type ErasedObject, type ErasureReport, erasePerson } from './erase-person.ts';
export { type ErasurePlan, planErasure } from './erasure-plan.ts';
export { exportPerson, type PersonExport } from './export-person.ts';
export { findPerson, type FoundPerson } from './find-person.ts';
