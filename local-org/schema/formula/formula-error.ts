/** A formula that the platform would refuse, in its words. `position` counts characters from 0. */
export class FormulaError extends Error {
  readonly position: number;

  constructor(message: string, position = 0) {
    super(message);
    this.name = 'FormulaError';
    this.position = position;
  }
}
