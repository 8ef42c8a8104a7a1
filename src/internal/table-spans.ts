/** Places in a table that the cells of one slice may take up: beyond that each of them has one. A browser reckons with each place, for minutes where there are many millions. */
const mostPlaces = 20_000;

/** Lets no cell of a small mail hold up the page by the rows and columns that it goes over. */
export function boundSpans(body: HTMLElement): void {
  let places = 0;
  for (const cell of body.querySelectorAll<HTMLTableCellElement>(':is(td, th):is([colspan], [rowspan])')) {
    // 0: down to the last row.
    places += cell.colSpan * (cell.rowSpan || mostPlaces);
    if (places <= mostPlaces) continue;
    cell.removeAttribute('colspan');
    cell.removeAttribute('rowspan');
  }
}
