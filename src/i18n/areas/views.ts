/** Saving what a list is narrowed to as a view, and what is done with such a view. */
export interface ViewsMessages {
  /** Name of the button with the menu. */
  more: string;
  saveAs: string;
  /** The list as it is now in the place of what the view was. */
  overwrite: string;
  overwriteTitle(name: string): string;
  rename: string;
  remove: string;
  removeNow: string;
  /** Headings of the dialog. */
  newTitle: string;
  renameTitle: string;
  removeTitle(name: string): string;
  removeText: string;
  name: string;
  /** Above what is saved, which stands as chips. */
  holds: string;
  /** Where it is narrowed by nothing. */
  everything: string;
  save: string;
  cancel: string;
  /** Why it was not saved. */
  nameMissing: string;
  nameTaken: string;
  saved(name: string): string;
  removed(name: string): string;
}
