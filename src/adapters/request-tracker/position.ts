import type {EventCursor, Id} from '../../contract/index.js';

interface Row {
  readonly id: Id;
}

/**
 * How far the history of all tickets has been told.
 *
 * Ids are taken before they are written, so one may appear below the newest: from a row at least `overlap` ids back, the anchor,
 * everything is read again each time. The anchor is a row the agent could see, so that finding it proves that nothing is missing.
 */
export class Position {
  static readonly overlap = 20;
  /** The anchor of a desk where nothing has happened yet. */
  static readonly beginning = '0';

  private constructor(
    readonly anchor: Id,
    /** Told already, from the anchor on. */
    private readonly told: ReadonlySet<Id>,
  ) {}

  /** @param rows the newest ones; all of them count as told. */
  static at(rows: readonly Row[]): Position {
    return new Position(Position.beginning, new Set()).with(rows);
  }

  /** @returns undefined for a cursor of elsewhere. */
  static read(cursor: EventCursor): Position | undefined {
    const anchor = /^from(\d{1,18})$/.exec(cursor)?.[1];
    return anchor === undefined ? undefined : new Position(anchor, new Set([anchor]));
  }

  /** What came after the anchor is told again to who resumes here. */
  get cursor(): EventCursor {
    return `from${this.anchor}`;
  }

  knows(id: Id): boolean {
    return this.told.has(id);
  }

  with(rows: readonly Row[]): Position {
    const ids = [...new Set([...this.told, ...rows.map(({id}) => id)])].map(Number).sort((a, b) => a - b);
    const newest = ids.at(-1) ?? 0;
    const anchor = ids.findLast((id) => id <= newest - Position.overlap) ?? ids[0] ?? 0;
    return new Position(String(anchor), new Set(ids.filter((id) => id >= anchor).map(String)));
  }
}
