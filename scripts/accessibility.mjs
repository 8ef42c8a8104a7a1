// Looks at every story (`npm run build-storybook`) as agents with other needs have it, and says what they would miss.
//   npm run accessibility                       every story in every mode, about a quarter of an hour
//   npm run accessibility -- composer           only stories with that in their id
//   npm run accessibility -- --mode dark        only that mode
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { openStories } from './story-pages.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { mode: { type: 'string' } } });

/** Zoom of 200 % halves the window that is left. */
const modes = {
  light: {},
  dark: { globals: 'scheme:dark', page: { colorScheme: 'dark' } },
  // The colours are the system's there, and axe does not know its planes.
  'forced colours': { page: { forcedColors: 'active' }, withoutContrast: true },
  'right to left': { globals: 'locale:ar' },
  '200 %': { page: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 } },
  '320 px': { page: { viewport: { width: 320, height: 640 } } },
};
if (values.mode && !modes[values.mode]) {
  console.error(`There is no mode ${values.mode}. Modes: ${Object.keys(modes).join(', ')}`);
  process.exit(2);
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** Least width of a focus ring in px (WCAG 2.4.13 asks for two). */
const ringPx = 2;
/** Least contrast of text (WCAG 1.4.3). */
const textContrast = 4.5;
/** Presses of Tab that a story is followed for. */
const pressesAtMost = 40;

/**
 * In the page: the contrast of a text against the first opaque plane under it, for texts that axe leaves undecided because something
 * else, such as the edge of a scroller, lies over a part of them.
 */
function contrastOf(element) {
  const paint = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const over = (...layers) => {
    paint.clearRect(0, 0, 1, 1);
    for (const layer of layers) {
      paint.fillStyle = layer;
      paint.fillRect(0, 0, 1, 1);
    }
    return [...paint.getImageData(0, 0, 1, 1).data];
  };
  const planes = [];
  for (let each = element; each; each = each.assignedSlot ?? each.parentElement ?? each.getRootNode().host) {
    planes.unshift(getComputedStyle(each).backgroundColor);
    if (over(planes[0])[3] === 255) break;
  }
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const { color } = getComputedStyle(element);
  // Words that are not painted only keep a place, as behind those of a field.
  if (over(color)[3] === 0) return Infinity;
  const words = luminance(over('Canvas', ...planes, color));
  const plane = luminance(over('Canvas', ...planes));
  return (Math.max(words, plane) + 0.05) / (Math.min(words, plane) + 0.05);
}

/** What axe finds, and what it can't decide and nobody else can. */
async function audit(page, problems, { withoutContrast = false }) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    async ([values, withoutContrast, contrastSource, textContrast]) => {
      const contrastOf = new Function(`return ${contrastSource}`)();
      const at = (target) => target.flat().reduce((root, selector) => (root.shadowRoot ?? root).querySelector(selector), document);
      const { violations, incomplete } = await window.axe.run(document.querySelector('#storybook-root') ?? document, { runOnly: { type: 'tag', values }, rules: { region: { enabled: false }, 'target-size': { enabled: true }, 'color-contrast': { enabled: !withoutContrast } } });
      const left = incomplete.map((rule) => ({
        ...rule,
        nodes: rule.id === 'color-contrast' ? rule.nodes.filter(({ target }) => !(contrastOf(at(target)) >= textContrast)) : rule.nodes,
      }));
      const told = (list, word) => list.filter(({ nodes }) => nodes.length > 0)
        .map(({ id, help, nodes }) => `${word} ${id}: ${help} (${nodes.length}: ${nodes.slice(0, 2).map((n) => `${n.target.flat().join(' ')} ${n.any[0]?.message ?? ''}`).join(' | ')})`);
      return [...told(violations, 'axe'), ...told(left, 'undecided')];
    },
    [tags, withoutContrast, contrastOf.toString(), textContrast],
  );
  problems.push(...found);
}

/** In the page: what moves though the agent asked for stillness, and what makes the page scroll sideways. */
function still(page, problems) {
  return page
    .evaluate(() => {
      const moving = document.getAnimations().filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().duration > 1);
      const { scrollWidth, clientWidth } = document.documentElement;
      return [
        ...moving.map(({ effect }) => `moves: ${effect.target?.localName} ${effect.target?.className}`),
        ...(scrollWidth > clientWidth + 1 ? [`the page scrolls sideways: ${scrollWidth} of ${clientWidth} px`] : []),
      ];
    })
    .then((found) => problems.push(...found));
}

/** Goes through a story by Tab; each stop has to show where it is by an outline, which forced colours leave. */
async function rings(page, problems) {
  const seen = new Set();
  await page.evaluate(() => document.activeElement?.blur?.());
  for (let press = 0; press < pressesAtMost; press++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((ringPx) => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body) return undefined;
      const name = `${element.localName}${element.id ? `#${element.id}` : ''}.${[...element.classList].join('.')} ${element.getAttribute('aria-label') ?? ''}`.trim();
      // The ring may be drawn on what stands around the control, or on a part of it.
      const around = [element, element.parentElement, element.getRootNode().host, ...element.querySelectorAll('*'), ...(element.shadowRoot?.querySelectorAll('*') ?? [])].filter(Boolean);
      const hasRing = around.some((each) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        // `auto` is the browser's own ring, on a host's control.
        return outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= ringPx);
      });
      return { name, hasRing };
    }, ringPx);
    if (!stop) break;
    if (!stop.hasRing && !seen.has(stop.name)) problems.push(`no outline of ${ringPx} px: ${stop.name}`);
    seen.add(stop.name);
  }
}

const { stories, look, all, close } = await openStories(positionals);
let failed = 0;
const chosen = Object.entries(modes).filter(([name]) => !values.mode || name === values.mode);
for (const [name, mode] of chosen) {
  let bad = 0;
  await all(async (story) => {
    const problems = await look(story, mode, async (page, found) => {
      if (story.tags?.includes('no-axe')) return;
      await audit(page, found, mode);
      await still(page, found);
      await rings(page, found);
    });
    if (problems.length === 0) return;
    bad++;
    console.error(`✗ ${name}: ${story.id}\n${problems.map((problem) => `    ${problem}`).join('\n')}`);
  });
  console.log(`${name}: ${stories.length - bad} of ${stories.length} stories without a finding`);
  failed += bad;
}
await close();
process.exitCode = failed || stories.length === 0 ? 1 : 0;
