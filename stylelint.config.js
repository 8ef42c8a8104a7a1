/** Rules that matter in shadow roots: logical directions, tokens instead of colours, no `!important`. */
const physical = /^(margin|padding|border|inset)-(left|right|top|bottom)(-|$)/;

export default {
  extends: ['stylelint-config-standard'],
  overrides: [
    { files: ['src/**/*.ts'], customSyntax: 'postcss-lit' },
    // The one place where colours are written, and the sheets that must win over a host's `* { … !important }` or a mail's.
    { files: ['src/styles/tokens*.ts', 'src/styles/tokens/**', 'src/themes/**'], rules: { 'color-no-hex': null, 'color-named': null, 'function-disallowed-list': null } },
    { files: ['src/styles/host-guard*', 'src/styles/base*', 'src/elements/message/mail-sheet*'], rules: { 'declaration-no-important': null } },
  ],
  rules: {
    'declaration-no-important': true,
    'color-named': ['never', { ignore: ['inside-function'] }],
    'color-no-hex': true,
    'function-disallowed-list': ['/^rgba?$/', '/^hsla?$/'],
    'property-disallowed-list': [physical, 'left', 'right', 'top', 'bottom', 'float', 'clear', '/^border-(top|bottom)-(left|right)-radius$/', '/^scroll-(margin|padding)-(left|right|top|bottom)$/'],
    'declaration-property-value-disallowed-list': { 'text-align': ['left', 'right'], '/^transition/': ['/\\ball\\b/'], outline: ['none', '0'] },
    // What engines called `stretch` before they had that word.
    'declaration-property-value-no-unknown': [true, { ignoreProperties: { 'inline-size': ['-moz-available', '-webkit-fill-available'] } }],
    'selector-type-no-unknown': [true, { ignore: ['custom-elements', 'default-namespace'] }],
    // Taste, or at odds with css`` in a template.
    'custom-property-pattern': null,
    'selector-class-pattern': null,
    'keyframes-name-pattern': null,
    'selector-id-pattern': null,
    'container-name-pattern': null,
    'no-descending-specificity': null,
    'no-invalid-position-declaration': null,
    'comment-empty-line-before': null,
    'declaration-empty-line-before': null,
    'custom-property-empty-line-before': null,
    'rule-empty-line-before': null,
    'at-rule-empty-line-before': null,
    'no-empty-source': null,
    'no-duplicate-selectors': true,
    'declaration-block-no-redundant-longhand-properties': null,
    'shorthand-property-no-redundant-values': null,
    'value-keyword-case': null,
    'media-feature-range-notation': null,
    'selector-not-notation': null,
    'color-function-notation': null,
    'alpha-value-notation': null,
    'color-function-alias-notation': null,
    'hue-degree-notation': null,
    'lightness-notation': null,
    'length-zero-no-unit': null,
    'property-no-vendor-prefix': null,
    'value-no-vendor-prefix': null,
    'import-notation': null,
    'declaration-block-single-line-max-declarations': null,
  },
};
