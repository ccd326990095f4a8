import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

/** Unlike sfdx-lwc-jest's stub, a query keeps its text, so that a test can tell one wire from another. */
export const graphql = createTestWireAdapter();
export const gql = (strings) => strings.join('');
