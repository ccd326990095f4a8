/** Why a component cannot be deployed, in the platform's words. Lines and columns count from 1 in its file. */
export class MetadataFault extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(message: string, place: { line?: number; column?: number; cause?: unknown } = {}) {
    super(message, { cause: place.cause });
    this.name = 'MetadataFault';
    this.line = place.line;
    this.column = place.column;
  }
}
