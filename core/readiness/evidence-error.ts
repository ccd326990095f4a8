export type EvidenceErrorCode = 'invalidDate' | 'invalidValue';

/** A piece of evidence that cannot be used: which value is wrong, and what is expected. */
export class EvidenceError extends Error {
  readonly code: EvidenceErrorCode;
  readonly value: string;

  constructor(code: EvidenceErrorCode, value: string, message: string) {
    super(message);
    this.name = 'EvidenceError';
    this.code = code;
    this.value = value;
  }
}
