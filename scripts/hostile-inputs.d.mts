export interface Payload {
  readonly id: string;
  /** 'html', 'string', 'url', 'markdown', 'svg-file' or 'http-leak', as far as its list says one of them. */
  readonly kind: string;
  readonly payload: string;
  /** Engines in which it runs when it is put raw into a shadow root. */
  readonly armed: readonly string[];
}

export interface Mail {
  readonly id: string;
  readonly html: string;
}

export declare class InputError extends Error {}
export declare function readText(file: string): string;
export declare function readPayloads(file: string): {readonly payloads: readonly Payload[]; readonly leftOut: number};
export declare function readMails(folder: string): readonly Mail[];
