/**
 * An auto-number in its display format: `ST-{0000}` and 7 give `ST-0007`; `{YYYY}`, `{YY}`, `{MM}` and `{DD}` are the
 * date of creation.
 *
 * @param date 'YYYY-MM-DD…'
 */
export function autoNumber(format: string, n: number, date: string): string {
  return format.replaceAll(/\{([^}]*)\}/g, (_, part: string) => {
    if (/^0+$/.test(part)) return String(n).padStart(part.length, '0');
    switch (part) {
      case 'YYYY':
        return date.slice(0, 4);
      case 'YY':
        return date.slice(2, 4);
      case 'MM':
        return date.slice(5, 7);
      case 'DD':
        return date.slice(8, 10);
      default:
        return '';
    }
  });
}
