import type { ColumnModel, ObjectModel } from '../../model/types.ts';
import { containing, literal, valueAt, type QueryRow } from './soql.ts';

export interface ListState {
  readonly scope: 'mine' | 'all';
  readonly search: string;
  readonly sortBy: string;
  readonly descending: boolean;
}

export const PAGE_SIZE = 50;
/** SOQL's own limit for OFFSET. */
export const MAXIMUM_OFFSET = 2000;

/** The SOQL of one page of a list view. */
export function listQuery(object: ObjectModel, state: ListState, userId: string, offset: number): string {
  const paths = new Set([
    'Id',
    ...object.listColumns.flatMap(({ path, linkTo }) => (linkTo === undefined ? [path] : [path, linkTo])),
  ]);
  const order = `${state.sortBy} ${state.descending ? 'DESC' : 'ASC'} NULLS LAST, Id`;
  return (
    `SELECT ${[...paths].join(', ')} FROM ${object.apiName}${whereOf(object, state, userId)} ` +
    `ORDER BY ${order} LIMIT ${PAGE_SIZE} OFFSET ${offset}`
  );
}

/** The SOQL that counts the rows of a list view. */
export function countQuery(object: ObjectModel, state: ListState, userId: string): string {
  return `SELECT COUNT() FROM ${object.apiName}${whereOf(object, state, userId)}`;
}

function whereOf(object: ObjectModel, state: ListState, userId: string): string {
  const conditions: string[] = [];
  if (object.owned && state.scope === 'mine') conditions.push(`OwnerId = ${literal(userId)}`);
  if (object.apiName === 'User') conditions.push('IsActive = true');
  if (state.search.trim() !== '') {
    const texts = object.listColumns.filter(({ type }) => type === 'String' || type === 'AutoNumber');
    const paths = new Set([object.nameField, ...texts.map(({ path }) => path)]);
    conditions.push(`(${[...paths].map((path) => `${path} LIKE ${containing(state.search.trim())}`).join(' OR ')})`);
  }
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

export interface ListCell {
  readonly key: string;
  readonly label: string;
  readonly type: string;
  readonly content: string | number | boolean | null;
  readonly linkTo: string | null;
  readonly className: string;
}

/** A row of an answer as cells for `shell-output-field`. */
export function listCells(columns: readonly ColumnModel[], row: QueryRow): ListCell[] {
  return columns.map(({ path, label, type, linkTo }) => {
    const value = valueAt(row, path);
    const link = linkTo === undefined ? undefined : valueAt(row, linkTo);
    return {
      key: path,
      label,
      type,
      content: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
      linkTo: typeof link === 'string' ? link : null,
      className: isNumeric(type) ? 'cell number' : 'cell',
    };
  });
}

export function isNumeric(type: string): boolean {
  return ['Currency', 'Double', 'Int', 'Percent'].includes(type);
}
