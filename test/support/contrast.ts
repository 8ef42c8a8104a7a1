/** Red, green, blue in [0, 1], without gamma. */
type LinearRgb = readonly [number, number, number];

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** The matrices of CSS Color 4, from Oklab to linear sRGB; what lies outside sRGB is cut, as screens of that gamut do. */
function fromOklch(lightness: number, chroma: number, hueDegrees: number): LinearRgb {
  const hue = (hueDegrees * Math.PI) / 180;
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clamp(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    clamp(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    clamp(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

const linear = (byte: number): number => (byte <= 0.04045 ? byte / 12.92 : ((byte + 0.055) / 1.055) ** 2.4);

/** @param color `oklch(L% C H)` or `#rrggbb`; throws for what it does not know. */
function parseColor(color: string): LinearRgb {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (hex) return [hex[1], hex[2], hex[3]].map((pair) => linear(parseInt(pair!, 16) / 255)) as unknown as LinearRgb;
  const oklch = /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/.exec(color);
  if (!oklch) throw new Error(`Not a colour this can read: ${color}`);
  return fromOklch(Number(oklch[1]) / 100, Number(oklch[2]), Number(oklch[3]));
}

function luminance(color: string): number {
  const [red, green, blue] = parseColor(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export type Scheme = 'light' | 'dark';

/** `light-dark(a, b)` → the one of the scheme. */
function ofScheme(value: string, scheme: Scheme): string {
  const pair = /^light-dark\((.+?\)|#\w+), (.+)\)$/.exec(value);
  return (pair ? pair[scheme === 'light' ? 1 : 2]! : value).trim();
}

/** The colour roles of a set of tokens: 'accent-soft' → its value in one scheme. */
export type Palette = ReadonlyMap<string, string>;

/** @param pattern finds `[, role, value]`; the first of a role counts, so that media queries further down do not. */
function paletteOf(css: string, pattern: RegExp, scheme: Scheme): Palette {
  const palette = new Map<string, string>();
  for (const [, role, value] of css.matchAll(pattern)) if (!palette.has(role!)) palette.set(role!, ofScheme(value!, scheme));
  return palette;
}

/** The defaults: `--_color-x: var(--loop-color-x, VALUE);` */
export const defaultPalette = (css: string, scheme: Scheme): Palette =>
  paletteOf(css, /--_color-([\w-]+): var\(--loop-color-\1, (.+)\);/g, scheme);

/** A theme: `--loop-color-x: VALUE;` */
export const themePalette = (css: string, scheme: Scheme): Palette => paletteOf(css, /--loop-color-([\w-]+): (.+);/g, scheme);

export interface Rule {
  readonly foreground: string;
  readonly planes: readonly string[];
  /** Least contrast. */
  readonly floor: number;
}

const neutral = ['canvas', 'surface-quiet', 'surface', 'surface-raised', 'surface-sunken', 'surface-hover', 'surface-active'];
const tinted = ['accent-soft', 'accent-soft-hover', 'reply', 'incoming', 'danger-soft'];
const notes = ['note', 'note-strong'];
const field = ['surface', 'surface-raised', 'surface-sunken', 'canvas', 'surface-quiet'];
const fill = ['canvas', 'surface-quiet', 'surface', 'surface-raised'];

/** Every role that is read or seen, with the planes it may stand on. 4.5 is for words, 3 for shapes (WCAG 1.4.3 and 1.4.11). */
export const rules: readonly Rule[] = [
  {foreground: 'text', planes: [...neutral, 'surface-selected', ...tinted, 'accent-soft-strong', ...notes, 'success-soft'], floor: 4.5},
  {foreground: 'text-muted', planes: [...neutral, ...tinted, ...notes], floor: 4.5},
  {foreground: 'text-subtle', planes: [...neutral, 'accent-soft', 'reply', 'incoming', 'note'], floor: 4.5},
  {foreground: 'accent-text', planes: [...neutral, ...tinted, 'accent-soft-strong', ...notes], floor: 4.5},
  {foreground: 'danger-text', planes: [...neutral, ...tinted, ...notes], floor: 4.5},
  {foreground: 'success-text', planes: [...neutral.filter((plane) => plane !== 'surface-active'), 'success-soft'], floor: 4.5},
  {foreground: 'note-text', planes: [...notes, 'surface', 'surface-raised'], floor: 4.5},
  {foreground: 'on-accent', planes: ['accent', 'accent-hover', 'danger'], floor: 4.5},
  {foreground: 'on-inverse', planes: ['inverse'], floor: 4.5},
  {foreground: 'focus', planes: [...neutral, ...tinted, ...notes], floor: 3},
  {foreground: 'note-line', planes: ['note'], floor: 3},
  {foreground: 'control-border', planes: field, floor: 3},
  {foreground: 'accent', planes: fill, floor: 3},
  {foreground: 'danger', planes: fill, floor: 3},
  {foreground: 'success', planes: [...neutral], floor: 3},
];

/** The pair of a rule that can least be told apart: '4.57 on surface-active'. */
export function lowest(palette: Palette, {foreground, planes}: Rule): {readonly plane: string; readonly contrast: number} {
  const color = (role: string): string => {
    const value = palette.get(role);
    if (value === undefined) throw new Error(`There is no colour ${role}`);
    return value;
  };
  return planes
    .map((plane) => ({plane, contrast: contrast(color(foreground), color(plane))}))
    .reduce((least, each) => (each.contrast < least.contrast ? each : least));
}
