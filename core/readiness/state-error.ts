export type ReadinessStateErrorCode = 'invalidJson' | 'otherModel' | 'invalidField';

/** A stored state that cannot be read: compute it again from the evidence. */
export class ReadinessStateError extends Error {
  readonly code: ReadinessStateErrorCode;
  readonly value: string;

  constructor(code: ReadinessStateErrorCode, value: string, message: string) {
    super(message);
    this.name = 'ReadinessStateError';
    this.code = code;
    this.value = value;
  }
}
