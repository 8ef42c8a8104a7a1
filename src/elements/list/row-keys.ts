export type RowMove =
  | {readonly type: 'to'; readonly index: number}
  | {readonly type: 'inside'; readonly by: 1 | -1}
  | {readonly type: 'open'}
  | {readonly type: 'archive'};

export interface RowPlace {
  readonly index: number;
  readonly last: number;
  readonly pageRows: number;
  readonly dir: 'ltr' | 'rtl';
}

/** What a key asks of the list; undefined: it is not the list's. Keys on a row's buttons do only what moves. */
export function rowKey(event: KeyboardEvent, {index, last, pageRows, dir}: RowPlace): RowMove | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  const to = (wanted: number): RowMove => ({type: 'to', index: Math.max(0, Math.min(last, wanted))});
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
      return to(index + 1);
    case 'ArrowUp':
    case 'k':
      return to(index - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(last);
    case 'PageDown':
      return to(index + pageRows);
    case 'PageUp':
      return to(index - pageRows);
    case 'ArrowRight':
      return {type: 'inside', by: dir === 'rtl' ? -1 : 1};
    case 'ArrowLeft':
      return {type: 'inside', by: dir === 'rtl' ? 1 : -1};
    case 'e':
      return {type: 'archive'};
    case 'Enter':
    case ' ':
      return (event.target as Element).matches('button') ? undefined : {type: 'open'};
    default:
      return undefined;
  }
}
