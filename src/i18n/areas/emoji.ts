/** Words of the emoji picker. The emoji have English names: there are no others that we could bring. */
export interface EmojiMessages {
  /** Names the picker, and the button that opens it. */
  label: string;
  search: string;
  /** Names the grid. */
  all: string;
  nothing: string;
  recent: string;
  smileys: string;
  people: string;
  nature: string;
  food: string;
  travel: string;
  activities: string;
  objects: string;
  symbols: string;
  flags: string;
  skinTone: string;
  /** None, then from the lightest to the darkest. */
  skinTones: readonly [string, string, string, string, string, string];
}
