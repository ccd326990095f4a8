import { LightningElement, api } from 'lwc';
import { commonLabels as labels, format } from 'c/labels';
import { linePoints } from './linePoints';

const WIDTH = 200;
const HEIGHT = 40;

/** A small line of scores (0–100, oldest first); screen readers hear its first and last value. */
export default class Sparkline extends LightningElement {
  @api values: readonly number[] = [];
  /** How many weeks the values span. */
  @api weeks = 0;

  readonly viewBox = `0 0 ${WIDTH} ${HEIGHT}`;

  get points(): string {
    return linePoints(this.values, WIDTH, HEIGHT);
  }

  get last(): { x: number; y: number } {
    const [x = WIDTH, y = HEIGHT] = (this.points.split(' ').at(-1) ?? '').split(',').map(Number);
    return { x, y };
  }

  get summary(): string {
    const first = Math.round(this.values[0] ?? 0);
    return format(labels.trendText, first, Math.round(this.values.at(-1) ?? 0), this.weeks);
  }
}
