export interface ResolvedBrowser {
  readonly executablePath: string;
  /** Pass this on to the launcher: the bundled Chromium finds its libraries through it. */
  readonly env: Record<string, string>;
}
export declare const findChrome: () => string | undefined;
export declare const findWholeChrome: () => string | undefined;
export declare const findFirefox: () => string | undefined;
/** What starts windows of WebKitGTK without its driver. @throws where there is none */
export declare function webKitWindows(): Promise<{readonly command: string; readonly env: Record<string, string>}>;
export declare const chromeArgs: string[];
export declare const noChromeMessage: string;
export declare function resolveChrome(): Promise<ResolvedBrowser | undefined>;
