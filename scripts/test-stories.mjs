// Visits each story of the static build (`npm run build-storybook`) and fails on errors, failed plays and what axe finds.
//   node scripts/test-stories.mjs [part of a story's id] [--locale ar] [--scheme dark]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openStories } from './story-pages.mjs';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { locale: { type: 'string' }, scheme: { type: 'string' } } });
const globals = Object.entries(options).map(([name, value]) => `${name}:${value}`).join(';');
const { stories, look, all, close } = await openStories(positionals);

/** What Storybook's own audit of the story said. */
async function audit(page, problems, story) {
  const reports = await page.evaluate(() =>
    (window.heard.finished.reporters ?? []).map(({ type, status, result }) => ({
      type,
      status,
      violations: (result?.violations ?? []).map((v) => `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map((n) => n.target.flat().join(' ')).join(' | ')})`),
    })),
  );
  for (const report of reports)
    if (report.status === 'failed') problems.push(...(report.violations.length ? report.violations.map((v) => `axe ${v}`) : [`${report.type} failed`]));
  const isAudited = reports.some((report) => report.type === 'a11y');
  if (!isAudited && !story.tags?.includes('no-axe') && problems.length === 0) problems.push('axe did not run (tag the story `no-axe` if that is meant)');
}

const failures = [];
await all(async (story) => {
  const forcedColors = story.tags?.includes('forced-colours') ? 'active' : 'none';
  const problems = await look(story, { page: { forcedColors }, globals }, (page, found) => audit(page, found, story));
  if (problems.length === 0) return;
  failures.push({ name: story.id, message: problems.join('\n') });
  console.error(`✗ ${story.id}\n${problems.map((problem) => `    ${problem}`).join('\n')}`);
});
await close();

const { length: failed } = failures;
console.log(`stories: ${stories.length - failed} passed, ${failed} failed`);
if (process.env.LOOP_TEST_COUNTS) writeFileSync(process.env.LOOP_TEST_COUNTS, JSON.stringify({ passed: stories.length - failed, failed, failures }));
process.exitCode = failed || stories.length === 0 ? 1 : 0;
