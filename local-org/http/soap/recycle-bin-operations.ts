import { OrgError } from '../../error.ts';
import { isId, toId18 } from '../../schema/ids.ts';
import type { Actor } from '../../security/types.ts';
import type { SaveResult } from '../../store/types.ts';
import type { ServedOrg } from '../served-org.ts';
import { childrenOf, type SoapRequest } from './envelope.ts';
import type { SoapContext } from './soap-context.ts';
import type { XmlElements } from './xml.ts';

const RECORDS = 200;

/** Brings records back from the recycle bin, with what went along; REST has no such door. */
export function undelete(context: SoapContext, request: SoapRequest): XmlElements {
  const actor = context.actorOf(request);
  return { result: context.org.store.undelete(actor, idsIn(request)).map(toResult) };
}

/** Deletes records that are in the recycle bin for good, with what went along. */
export function emptyRecycleBin(context: SoapContext, request: SoapRequest): XmlElements {
  const actor = context.actorOf(request);
  const results = idsIn(request).map((id): SaveResult => {
    const [result] = isInBin(context.org, actor, id) ? context.org.store.removeForGood(actor, [id]) : [];
    return result ?? notInBin(id);
  });
  return { result: results.map(toResult) };
}

/** @throws {OrgError} `EXCEEDED_ID_LIMIT` */
function idsIn({ parameters }: SoapRequest): string[] {
  const ids = childrenOf(parameters, 'ids').map(String);
  if (ids.length > RECORDS) {
    throw new OrgError(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${RECORDS} records in this call`,
    );
  }
  return ids;
}

/** Whether it is there for this person. */
function isInBin(org: ServedOrg, actor: Actor, id: string): boolean {
  const object = isId(id) ? org.schema.objectByKeyPrefix(id.slice(0, 3)) : undefined;
  if (object === undefined || !org.access(actor).object(object.name).read) return false;
  const { totalSize } = org.query(actor, {
    object: object.name,
    fields: [{ path: ['Id'] }],
    children: [],
    where: {
      kind: 'and',
      conditions: [
        { kind: 'compare', left: { path: ['Id'] }, operator: '=', value: { kind: 'string', value: toId18(id) } },
        { kind: 'compare', left: { path: ['IsDeleted'] }, operator: '=', value: { kind: 'boolean', value: true } },
      ],
    },
    orderBy: [],
    allRows: true,
  });
  return totalSize > 0;
}

function notInBin(id: string): SaveResult {
  const error = { statusCode: 'INVALID_ID_FIELD', message: 'Entity is not in the recycle bin', fields: [] };
  return { id, success: false, errors: [error] };
}

function toResult({ id, success, errors }: SaveResult): XmlElements {
  return {
    errors: errors.map(({ fields, message, statusCode }) => ({ fields, message, statusCode })),
    id: id ?? null,
    success,
  };
}
