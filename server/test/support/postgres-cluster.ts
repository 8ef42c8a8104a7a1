import {spawn, spawnSync, execFileSync} from 'node:child_process';
import {chownSync, existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export interface Cluster {
  /** Of a database that is empty. */
  database(): Promise<string>;
  /** Of the process that all its others come from. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

/** Where Debian and others put the programs of PostgreSQL. @returns undefined: there is none. */
function programs(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), '/usr/local/pgsql/bin', '/opt/homebrew/bin'];
  const inPath = spawnSync('sh', ['-c', 'dirname "$(command -v initdb)"'], {encoding: 'utf8'}).stdout.trim();
  return [...folders, inPath].find((folder) => folder !== '' && folder !== '.' && existsSync(join(folder, 'initdb')));
}

/** PostgreSQL does not run as root: then it runs as its own user. */
function runner(): {uid?: number; gid?: number} {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], {encoding: 'utf8'}));
  return {uid: id('-u'), gid: id('-g')};
}

/**
 * A PostgreSQL of its own in a temporary folder, thrown away afterwards; as safe as in production: nothing is switched off.
 *
 * @returns undefined where none is installed.
 */
export async function startCluster(): Promise<Cluster | undefined> {
  const bin = programs();
  if (bin === undefined) return undefined;
  let as: {uid?: number; gid?: number};
  try {
    as = runner();
  } catch {
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'loop-postgres-'));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid ?? as.uid);
  const env = {...process.env, LC_ALL: 'C.UTF-8'};
  const made = spawnSync(join(bin, 'initdb'), ['-D', join(folder, 'data'), '-U', 'loop', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'], {...as, env, cwd: folder, encoding: 'utf8'});
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const server = spawn(join(bin, 'postgres'), ['-D', join(folder, 'data'), '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-c', 'max_connections=200'], {
    ...as,
    env,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  server.stderr.resume();
  const psql = (database: string, sql: string) =>
    spawnSync(join(bin, 'psql'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'loop', '-d', database, '-v', 'ON_ERROR_STOP=1', '-c', sql], {encoding: 'utf8'});
  const deadline = Date.now() + 60_000;
  while (psql('postgres', 'select 1').status !== 0) {
    if (Date.now() > deadline || server.exitCode !== null) throw new Error('PostgreSQL did not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  let databases = 0;
  return {
    pid: server.pid,
    database: async () => {
      const name = `loop${++databases}`;
      const created = psql('postgres', `create database ${name}`);
      if (created.status !== 0) throw new Error(created.stderr);
      return `postgres://loop@127.0.0.1:${port}/${name}`;
    },
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
