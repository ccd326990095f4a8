/**
 * A refusal in the platform's own terms. The HTTP layer turns it into the answer that the protocol asks for.
 *
 * @example throw new OrgError('INVALID_FIELD', "No such column 'Foo' on entity 'Account'", { status: 400 })
 */
export class OrgError extends Error {
  readonly errorCode: string;
  readonly status: number;
  readonly fields: readonly string[];

  constructor(
    errorCode: string,
    message: string,
    options: { status?: number; fields?: readonly string[]; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'OrgError';
    this.errorCode = errorCode;
    this.status = options.status ?? 400;
    this.fields = options.fields ?? [];
  }
}
