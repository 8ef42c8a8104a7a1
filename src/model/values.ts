/** Names a record of the backend. Opaque: adapters turn numeric ids into strings. */
export type Id = string;

/** A moment as ISO 8601 with a zone, e.g. `2026-03-23T14:05:00.000Z`. */
export type Timestamp = string;

/** A record that can change under us. */
export interface Versioned {
  readonly id: Id;
  /** Handed back as `ifVersion`: a write on an older version is refused with `conflict`. */
  readonly version?: string;
  /** Comparable within one record: an older `rev` never replaces a newer one. */
  readonly rev?: number;
}
