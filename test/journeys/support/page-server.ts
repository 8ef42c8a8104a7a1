import {createReadStream, readFileSync, statSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import {extname, join, normalize} from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The line that the README tells a host to send. */
function documentedPolicy(root: string): string {
  const [, line] = /^#+ .*strict Content-Security-Policy\s+```\s([^`]+)```/m.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
  if (!line) throw new Error('README.md documents no Content-Security-Policy');
  return line.replace(/\s+/g, ' ').trim();
}

const isFile = (path: string): boolean => statSync(path, {throwIfNoEntry: false})?.isFile() ?? false;

/**
 * Serves `/loop/` (what was built; `/loop2/` is the same as another copy), `/pages/`, `/soak/`, `/hostile/` and `/examples/`. With `?strict` the
 * answer carries the documented policy, with `?policy=` that one.
 *
 * @param root folder of the project. @param built folder of the built file for script tags.
 */
export function pageServer(root: string, built: string): Server {
  const folders = {
    loop: built,
    loop2: built,
    hostile: join(root, 'test/hostile/pages'),
    pages: join(root, 'test/journeys/pages'),
    soak: join(root, 'test/soak/pages'),
    examples: join(root, 'examples'),
  };
  const policy = documentedPolicy(root);
  return createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://localhost');
    const asked = searchParams.get('policy');
    const [, place = '', ...rest] = normalize(decodeURIComponent(pathname)).split('/');
    const folder = Object.entries(folders).find(([name]) => name === place)?.[1];
    const file = folder && join(folder, ...rest);
    if (!file || !isFile(file)) return void response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'max-age=600',
      ...((searchParams.has('strict') || asked !== null) && {'Content-Security-Policy': asked ?? policy}),
    });
    createReadStream(file).pipe(response);
  });
}
