/** A refusal as SOAP puts it. */
export class SoapFault extends Error {
  /** e.g. `INVALID_LOGIN`, written with the prefix `sf:` unless it has one. */
  readonly code: string;

  constructor(code: string, message: string) {
    const prefixed = code.includes(':') ? code : `sf:${code}`;
    super(code.includes(':') ? message : `${code}: ${message}`);
    this.name = 'SoapFault';
    this.code = prefixed;
  }
}
