import { orgRequest } from '../api/org-request.ts';
import { deepFreeze } from './deep-freeze.ts';

/** A field as the UI API describes it to this person. */
export interface FieldInfo {
  readonly apiName: string;
  readonly label: string;
  /** e.g. `Currency`, `Picklist`, `Reference`, `TextArea`. */
  readonly dataType: string;
  readonly required: boolean;
  readonly updateable: boolean;
  readonly createable: boolean;
  readonly length?: number;
  readonly scale?: number;
  readonly precision?: number;
  readonly htmlFormatted?: boolean;
  readonly inlineHelpText?: string | null;
  readonly relationshipName?: string | null;
  readonly reference?: boolean;
  readonly referenceToInfos?: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
}

export interface ObjectInfo {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly updateable: boolean;
  readonly createable: boolean;
  readonly defaultRecordTypeId: string | null;
  readonly fields: Readonly<Record<string, FieldInfo>>;
}

export interface PicklistValues {
  readonly defaultValue: { readonly value: string; readonly label: string } | null;
  readonly values: readonly { readonly label: string; readonly value: string; readonly attributes?: unknown }[];
}

/** The id that stands for "no record type", as on the platform. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

const infos = new Map<string, Promise<ObjectInfo>>();
const picklists = new Map<string, Promise<Readonly<Record<string, PicklistValues>>>>();

export function objectInfo(object: string): Promise<ObjectInfo> {
  return once(infos, object, () => orgRequest('GET', `/ui-api/object-info/${encodeURIComponent(object)}`));
}

/** The values of all picklist fields of an object, by field. */
export function picklistValues(
  object: string,
  recordType = MASTER_RECORD_TYPE,
): Promise<Readonly<Record<string, PicklistValues>>> {
  return once(picklists, `${object}/${recordType}`, () =>
    orgRequest<{ picklistFieldValues: Readonly<Record<string, PicklistValues>> }>(
      'GET',
      `/ui-api/object-info/${encodeURIComponent(object)}/picklist-values/${recordType}`,
    ).then(({ picklistFieldValues }) => picklistFieldValues),
  );
}

/** One request for all askers; a failure is not remembered. */
function once<Value>(known: Map<string, Promise<Value>>, key: string, load: () => Promise<Value>): Promise<Value> {
  let answer = known.get(key);
  if (answer === undefined) {
    answer = load().then(deepFreeze);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
  }
  return answer;
}
