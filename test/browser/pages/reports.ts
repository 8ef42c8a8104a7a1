declare global {
  interface Window {
    /** What this page did against its Content-Security-Policy, and what it threw. */
    readonly reports: string[];
    readonly thrown: string[];
  }
}

const reports: string[] = [];
const thrown: string[] = [];
Object.assign(globalThis, {reports, thrown});
addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sourceFile, lineNumber}) => reports.push(`${effectiveDirective}: ${blockedURI} at ${sourceFile}:${lineNumber}`));
// That a notification waits for the next frame is no error.
addEventListener('error', ({message}) => void (message.startsWith('ResizeObserver loop') || thrown.push(message)));
addEventListener('unhandledrejection', ({reason}) => thrown.push(String(reason)));

export {};
