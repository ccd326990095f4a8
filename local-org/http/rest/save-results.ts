import type { SaveResult } from '../../store/types.ts';

/** A written record as collections list it. */
export interface CollectionResult {
  readonly id?: string;
  readonly success: boolean;
  readonly created?: boolean;
  readonly errors: readonly {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
  }[];
}

/** @param tellsCreated true for upserts, which alone say whether they created the record */
export function toCollectionResult(result: SaveResult, tellsCreated: boolean): CollectionResult {
  return {
    ...(result.id === undefined ? {} : { id: result.id }),
    success: result.success,
    ...(tellsCreated && result.created !== undefined ? { created: result.created } : {}),
    errors: result.errors,
  };
}

export const ROLLED_BACK = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';

/** What a record that was fine says when another record of its request was not. */
export function rolledBack(result: SaveResult): SaveResult {
  return result.success
    ? {
        id: undefined,
        success: false,
        errors: [
          {
            statusCode: ROLLED_BACK,
            message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
            fields: [],
          },
        ],
      }
    : result;
}
