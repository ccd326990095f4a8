import { NORMAL_90 } from './normal.ts';

/**
 * Standard errors from the middle to the end of an 80 % interval of Student's t with `freedom` degrees of freedom: its
 * quantile .90, expanded in powers of the inverse degrees of freedom (Abramowitz and Stegun 26.7.5). Within .005 from
 * three degrees on; that of the normal distribution below one.
 */
export function student90(freedom: number): number {
  const z = NORMAL_90;
  if (freedom < 1) return z;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
