/** A place in the grid. Column 0 chooses, column 1 is the person, then the domains and overall. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that can be seen at once. */
  readonly page: number;
}

/**
 * Where a key leads in a grid (WAI-ARIA Authoring Practices, "Grid"): arrows by one, Page Up and Down by a page, Home
 * and End within the row, with Control to the first and last place. Undefined for a key that leads nowhere.
 */
export function moveInGrid(
  { row, column }: GridPlace,
  key: string,
  withControl: boolean,
  size: GridSize,
): GridPlace | undefined {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const within = (place: GridPlace): GridPlace => ({
    row: Math.min(lastRow, Math.max(0, place.row)),
    column: Math.min(lastColumn, Math.max(0, place.column)),
  });
  switch (key) {
    case 'ArrowDown':
      return within({ row: row + 1, column });
    case 'ArrowUp':
      return within({ row: row - 1, column });
    case 'ArrowRight':
      return within({ row, column: column + 1 });
    case 'ArrowLeft':
      return within({ row, column: column - 1 });
    case 'PageDown':
      return within({ row: row + size.page, column });
    case 'PageUp':
      return within({ row: row - size.page, column });
    case 'Home':
      return withControl ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return withControl ? within({ row: lastRow, column: lastColumn }) : within({ row, column: lastColumn });
    default:
      return undefined;
  }
}
