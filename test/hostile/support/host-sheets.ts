/** What the style sheets of hosts do to everything, or to names that others use too; by name. */
const everything: readonly string[] = [
  'color: red !important', 'font-family: serif !important', 'font-size: 30px !important', 'font-style: italic !important', 'font-weight: 900 !important',
  'font-variant: small-caps !important', 'font-stretch: condensed !important', 'font-feature-settings: "smcp" !important', 'line-height: 3 !important',
  'letter-spacing: 4px !important', 'word-spacing: 9px !important', 'text-align: center !important', 'text-transform: uppercase !important',
  'text-indent: 20px !important', 'text-shadow: 1px 1px red !important', 'white-space: pre !important', 'word-break: break-all !important',
  'overflow-wrap: anywhere !important', 'hyphens: auto !important', 'cursor: wait !important', 'list-style: square inside !important', 'quotes: "a" "b" !important',
  'tab-size: 12 !important', 'user-select: none !important', '-webkit-text-fill-color: red !important', 'caret-color: red !important', 'accent-color: red !important',
  'border-collapse: collapse !important', 'border-spacing: 9px !important', 'text-rendering: geometricPrecision !important', 'font-synthesis: none !important',
];

const named: readonly (readonly [string, string])[] = [
  ['html 62.5 %', 'html { font-size: 62.5% }'],
  ['html 24 px', 'html { font-size: 24px }'],
  ['Bootstrap', '*, *::before, *::after { box-sizing: border-box } body { font: 400 1rem/1.5 "Segoe UI"; color: #212529 } a { color: #0d6efd; text-decoration: underline } button { border-radius: 0; text-transform: none } p { margin-bottom: 1rem } table { caption-side: bottom } .row { display: flex; margin: -12px } .badge, .btn, .card, .list, .menu { display: none !important }'],
  ['Tailwind', '*, ::before, ::after { box-sizing: border-box; border: 0 solid #e5e7eb } html { line-height: 1.5; tab-size: 4; font-family: ui-sans-serif } img, svg, video { display: block; vertical-align: middle } button, input { font: inherit; color: inherit; background: transparent } h1, h2, h3 { font-size: inherit; font-weight: inherit } .hidden { display: none !important }'],
  ['SLDS', '*, *:before, *:after { box-sizing: border-box } body { font-size: .8125rem; line-height: 1.5; color: #181818 } h1, h2, p, ul { margin: 0; padding: 0 } button { color: inherit; font: inherit; cursor: pointer } svg { vertical-align: middle; overflow: hidden }'],
  ['WordPress', 'body { font: 13px/1.4em -apple-system; color: #3c434a } a, button { color: #2271b1; transition: all .5s } input, textarea, select { border: 1px solid #8c8f94; border-radius: 4px; padding: 0 8px; min-height: 30px } svg { fill: currentColor } .avatar { border-radius: 50%; width: 96px }'],
  ['old reset', 'html, body, div, span, h1, h2, p, a, em, img, ul, li, table, td { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline } body { line-height: 1 } ol, ul { list-style: none }'],
  ['everything at once', `* { ${everything.join('; ')} }`],
  ['elements', 'button, input, textarea, svg, span, div, p, time, section { background: red !important; border: 5px solid blue !important; margin: 9px !important; padding: 9px !important; float: right !important }'],
  ['our names', '.row, .list, .avatar, .shell, .bubble, .note, .mail, .composer, .sheet, [part] { display: none !important; color: red !important }'],
  ['private tokens', ':root { --_color-text: red; --_color-surface: blue; --_font-size-md: 40px; --_space-3: 90px }'],
  ['print colours', 'html { color-scheme: light; forced-color-adjust: none; print-color-adjust: exact }'],
];

export const hostSheets: readonly (readonly [string, string])[] = [...everything.map((rule) => [rule, `* { ${rule} }`] as const), ...named];
