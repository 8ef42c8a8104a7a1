import type {BrowserContext} from 'playwright-core';
import {expect, onTestFinished} from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** How often the pages of a journey did what their Content-Security-Policy forbids. */
    policyReports?: number;
  }
}

/** In the page, before its own scripts: everything its browser reports goes to the journey. */
function tell(): void {
  addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sourceFile, lineNumber}) => {
    void (globalThis as unknown as {tellReport(report: string): Promise<void>}).tellReport(`${effectiveDirective}: ${blockedURI} at ${sourceFile}:${lineNumber}`);
  });
}

/** The journey fails at its end when a page of this browser profile did what its Content-Security-Policy forbids. @returns what has been reported until now. */
export async function failOnReports(context: BrowserContext): Promise<string[]> {
  const reports: string[] = [];
  let withoutPolicy = 0;
  await context.exposeFunction('tellReport', (report: string) => void reports.push(report));
  await context.addInitScript(tell);
  context.on('response', (response) => {
    const headers = response.headers();
    if (headers['content-type']?.startsWith('text/html') && !headers['content-security-policy']) withoutPolicy++;
  });
  onTestFinished(({task}) => {
    task.meta.policyReports = (task.meta.policyReports ?? 0) + reports.length;
    expect(reports, 'reports of the Content-Security-Policy').toEqual([]);
    expect(withoutPolicy, 'pages without a Content-Security-Policy').toBe(0);
  });
  return reports;
}
