import { LightningElement, api } from 'lwc';

const WIDTHS = [62, 88, 74, 80, 55];

/** Grey bars in the shape of what is about to appear. */
export default class Stencil extends LightningElement {
  @api lines: number | string = 3;

  get bars(): readonly { key: number; style: string }[] {
    return Array.from({ length: Number(this.lines) }, (_, key) => ({
      key,
      style: `width: ${WIDTHS[key % WIDTHS.length] ?? 60}%`,
    }));
  }
}
