export type SignalErrorCode = 'invalidCode' | 'duplicateCode' | 'invalidPath' | 'invalidType' | 'missingLabel';

/** A signal that cannot be registered: which value is wrong, and what to do about it. */
export class SignalError extends Error {
  readonly code: SignalErrorCode;
  readonly value: string;

  constructor(code: SignalErrorCode, value: string, message: string) {
    super(message);
    this.name = 'SignalError';
    this.code = code;
    this.value = value;
  }
}
