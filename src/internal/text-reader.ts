/** Reads a text once, from its begin to its end. */
export class TextReader {
  at = 0;

  constructor(readonly text: string) {}

  /** What a sticky pattern finds here. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ''] = pattern.exec(this.text) ?? [];
    this.at += found.length;
    return found;
  }

  /** To behind the next `end`, or to the end of all. */
  skip(end: string): void {
    const found = this.text.indexOf(end, this.at);
    this.at = found < 0 ? this.text.length : found + end.length;
  }

  /** To behind what a global pattern finds next, or to the end of all. Answers where it was found. */
  pass(pattern: RegExp): number {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    this.at = found ? pattern.lastIndex : this.text.length;
    return found?.index ?? this.text.length;
  }
}
