import type { OrgError } from '../error.ts';
import type { DeployResult } from './deploy-result.ts';

/** A deploy that the records refuse: a field cannot become unique over values that are not. */
export function refusedByRecords(error: OrgError): DeployResult {
  const [fullName = ''] = error.fields;
  const fileName = `objects/${fullName.split('.')[0] ?? ''}.object`;
  const failure = {
    componentType: 'CustomField',
    fullName,
    fileName,
    success: false,
    changed: false,
    created: false,
    deleted: false,
    problem: error.message,
    problemType: 'Error',
  } as const;
  return { success: false, componentSuccesses: [], componentFailures: [failure] };
}
