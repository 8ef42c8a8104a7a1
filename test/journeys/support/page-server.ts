import {createReadStream, readFileSync, statSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {strictPolicy} from '../../../scripts/strict-policy.mjs';

const documented = strictPolicy();

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The documented line as the README tells a host to complete it: with the origin of a backend that is another one. */
function policyFor(backend: string | null): string {
  if (!backend || !URL.canParse(backend)) return documented;
  return documented.replaceAll(/(?:connect|img|media)-src/g, `$& ${new URL(backend).origin}`);
}

/** The version that `/older/` says it is. */
export const olderVersion = '0.0.1';

const isFile = (path: string): boolean => statSync(path, {throwIfNoEntry: false})?.isFile() ?? false;

/**
 * Serves `/loop/` (what was built; `/loop2/` is the same as another copy, `/older/` one of another version), `/pages/`, `/soak/`, `/hostile/` and `/examples/`. Each
 * answer carries the documented Content-Security-Policy, with the origin of an `?endpoint=` elsewhere; with `?policy=` that one, which may be none.
 *
 * @param root folder of the project. @param built folder of the built file for script tags.
 */
export function pageServer(root: string, built: string): Server {
  const folders = {
    loop: built,
    loop2: built,
    older: built,
    hostile: join(root, 'test/hostile/pages'),
    pages: join(root, 'test/journeys/pages'),
    soak: join(root, 'test/soak/pages'),
    examples: join(root, 'examples'),
  };
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {version: string};
  return createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://localhost');
    const policy = searchParams.get('policy') ?? policyFor(searchParams.get('endpoint'));
    const [, place = '', ...rest] = normalize(decodeURIComponent(pathname)).split('/');
    const folder = Object.entries(folders).find(([name]) => name === place)?.[1];
    const file = folder && join(folder, ...rest);
    if (!file || !isFile(file)) return void response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'max-age=600',
      // A frame without an origin loads modules as a stranger does.
      'Access-Control-Allow-Origin': '*',
      ...(policy !== '' && {'Content-Security-Policy': policy}),
    });
    if (place === 'older' && extname(file) === '.js') response.end(readFileSync(file, 'utf8').replaceAll(version, olderVersion));
    else createReadStream(file).pipe(response);
  });
}
