import {spawn, type ChildProcess} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {audience, issuer} from './desk.js';
import {until} from './raw.js';

export const processSecret = 'a secret of the tests, long enough for HS256';
const root = fileURLToPath(new URL('../../', import.meta.url));

/** One node as an operator runs it: a process of its own. */
export class NodeProcess {
  readonly endpoint: string;
  #child: ChildProcess | undefined;

  constructor(
    private readonly port: number,
    private readonly env: Readonly<Record<string, string>>,
  ) {
    this.endpoint = `http://127.0.0.1:${port}/v1`;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'serve'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        PORT: String(this.port),
        LOOP_JWT_ISSUER: issuer,
        LOOP_JWT_AUDIENCE: audience,
        LOOP_JWT_SECRET: processSecret,
        LOOP_CALLS_PER_SECOND: '10000',
        LOOP_CALLS_AT_ONCE: '10000',
        ...this.env,
      },
    });
    let complaint = '';
    child.stderr?.on('data', (part: Buffer) => (complaint += part.toString()));
    this.#child = child;
    const health = this.endpoint.replace('/v1', '/health');
    await until(
      `a node is ready ${complaint}`,
      async () => {
        if (child.exitCode !== null) throw new Error(`A node ended: ${complaint}`);
        return fetch(health).then(({ok}) => ok, () => false);
      },
      90_000,
    );
  }

  /** @param signal SIGKILL: as a crash, nothing is tidied. */
  async stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  }
}
