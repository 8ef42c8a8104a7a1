/** Addresses of blobs that are shown; each is given back once its blob is not shown any more. */
export class ObjectUrls {
  readonly #urls = new Map<Blob, string>();

  of(blob: Blob): string {
    let url = this.#urls.get(blob);
    if (!url) this.#urls.set(blob, (url = URL.createObjectURL(blob)));
    return url;
  }

  /** Gives back all others. */
  keep(shown: ReadonlySet<Blob>): void {
    for (const [blob, url] of this.#urls) {
      if (shown.has(blob)) continue;
      URL.revokeObjectURL(url);
      this.#urls.delete(blob);
    }
  }

  clear(): void {
    this.keep(new Set());
  }
}
