import type {Level} from './check.js';
import type {CheckResult, Results, Verdict} from './results.js';

const marks: Readonly<Record<Verdict, string>> = {
  passed: '✓',
  failed: '✗',
  skipped: '–',
  'not proven': '?',
  'not declared': '·',
};

const levels: readonly Level[] = ['core', 'feature', 'resilience'];

/** The results as data, and as a page for an adapter's documentation: the counts, what is to be looked at by its reason, every check. */
export function report(results: Results): {readonly json: unknown; readonly markdown: string} {
  return {json: toJson(results), markdown: toMarkdown(results)};
}

function toJson({target, checks}: Results): unknown {
  const counts = Object.fromEntries(levels.map((level) => [level, countsOf(checks, level)]));
  return {target, conforms: conforms(checks), counts, checks};
}

/** Nothing failed, and no core check was left out by the target. */
const conforms = (checks: readonly CheckResult[]): boolean =>
  checks.every(({verdict, level}) => verdict !== 'failed' && (verdict !== 'skipped' || level !== 'core'));

function countsOf(checks: readonly CheckResult[], level: Level): Readonly<Record<Verdict, number>> {
  const count = (verdict: Verdict) => checks.filter((check) => check.level === level && check.verdict === verdict).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    'not proven': count('not proven'),
    'not declared': count('not declared'),
  };
}

function toMarkdown({target, checks}: Results): string {
  const verdicts = Object.keys(marks) as Verdict[];
  const summary = levels.map((level) => {
    const counts = countsOf(checks, level);
    return `| ${level} | ${verdicts.map((verdict) => counts[verdict]).join(' | ')} |`;
  });
  const rows = checks.map(
    ({id, level, verdict, title, reason}) =>
      `| ${marks[verdict]} ${verdict} | \`${id}\` | ${level} | ${cell(title)}${reason === undefined ? '' : ` (${cell(firstLine(reason))})`} |`,
  );
  return [
    `## Conformance of ${target}`,
    '',
    conforms(checks) ? 'Keeps the contract in everything that was tried.' : '**Does not keep the contract.**',
    '',
    `| level | ${verdicts.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(verdicts.length)}`,
    ...summary,
    '',
    ...byReason('Failed', checks, 'failed'),
    ...byReason('Skipped', checks, 'skipped'),
    ...byReason('Not proven, for want of what the target could give', checks, 'not proven'),
    '### All checks',
    '',
    '| | check | level | an adapter … |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** What an author has to look at: each reason once, with the checks that gave it. */
function byReason(title: string, checks: readonly CheckResult[], verdict: Verdict): readonly string[] {
  const ids = new Map<string, string[]>();
  for (const check of checks) {
    if (check.verdict !== verdict) continue;
    const reason = firstLine(check.reason ?? check.title);
    ids.set(reason, [...(ids.get(reason) ?? []), `\`${check.id}\``]);
  }
  if (ids.size === 0) return [];
  return [`### ${title}`, '', ...[...ids].map(([reason, named]) => `- ${named.join(', ')}: ${reason}`), ''];
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';
const cell = (text: string): string => text.replaceAll('|', '\\|');
