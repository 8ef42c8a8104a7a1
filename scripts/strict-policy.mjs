import { readFileSync } from 'node:fs';

/** The strict Content-Security-Policy that README.md tells a host to send. It stands there alone: who sends it reads it there. */
export function strictPolicy() {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, line] = /^#+ .*strict Content-Security-Policy\s+```\s([^`]+)```/m.exec(readme) ?? [];
  if (!line) throw new Error('README.md documents no Content-Security-Policy');
  return line.replace(/\s+/g, ' ').trim();
}
