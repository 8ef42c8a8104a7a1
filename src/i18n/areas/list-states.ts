/** Sentences of a list that has no rows. */
export interface ListStatesMessages {
  noMatch: string;
  empty: string;
  emptyText: string;
  emptyArchived: string;
  emptyArchivedText: string;
  emptyOther: string;
  seeArchived: string;
  forbidden: string;
  forbiddenText(view: string): string;
  backToActive: string;
  failed: string;
}
