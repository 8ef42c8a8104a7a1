import {execFile} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {chromium} from 'playwright-core';
import type {TestProject} from 'vitest/node';
import {chromeArgs, findWholeChrome, noChromeMessage, resolveChrome} from '../../../scripts/browsers.mjs';
import {figure} from '../../hostile/support/figures.js';
import {pageServer} from './page-server.js';
import './policy-reports.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the pages are, as 'http://127.0.0.1:1234'. */
    readonly origin: string;
    /** Address of the one browser that all journeys share. */
    readonly browser: string;
    /** It shows notifications. */
    readonly isWhole: boolean;
  }
}

const root = join(import.meta.dirname, '../../..');
const built = join(root, 'node_modules/.cache/loop-journeys');

/** Builds the one file for script tags from the sources as they are now, serves it with the pages, and starts the browser: once for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Only a whole browser shows notifications.
  const whole = project.name === 'soak' && findWholeChrome();
  if (whole) process.env.CHROME_PATH = whole;
  const chrome = await resolveChrome();
  if (!chrome) throw new Error(noChromeMessage);
  // A process of its own: here NODE_ENV is 'test', which would make a build for development.
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--mode', 'cdn', '--outDir', built, '--logLevel', 'error'], {
    cwd: root,
    env: {...process.env, NODE_ENV: 'production'},
  });
  const server = pageServer(root, built).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server of the pages has no port');
  const browser = await chromium.launchServer({
    executablePath: chrome.executablePath,
    env: chrome.env,
    // An origin without TLS that is not this machine by its name: a page there is no secure context.
    args: [...chromeArgs, '--host-resolver-rules=MAP crm.intranet 127.0.0.1'],
  });
  project.provide('origin', `http://127.0.0.1:${address.port}`);
  project.provide('browser', browser.wsEndpoint());
  project.provide('isWhole', chrome.executablePath === whole && !whole.includes('headless-shell'));
  return async () => {
    tellReports(project);
    await browser.close();
    server.close();
    server.closeAllConnections();
  };
}

/** How many reports of the documented Content-Security-Policy there were in all journeys together. */
function tellReports(project: TestProject): void {
  const modules = project.vitest.state.getTestModules().filter((each) => each.project === project);
  const reports = modules.flatMap((each) => [...each.children.allTests()]).flatMap((test) => test.meta().policyReports ?? []);
  if (reports.length === 0) return;
  const sum = reports.reduce((all, each) => all + each, 0);
  figure('S2', `Chromium: ${sum} reports of the documented policy in ${reports.length} journeys`, '0');
}
