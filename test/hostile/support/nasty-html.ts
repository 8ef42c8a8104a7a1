import fc from 'fast-check';

/** What a parser reads in more than one way, or a sanitiser has been fooled by. */
const shapes = [
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<svg><annotation-xml><foreignobject><style><!--</style><p id="--><img src=x onerror=alert(1)>">',
  '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<select><template><style><!--</style><a rel="--></style></template></select><img src=x onerror=alert(1)>">',
  '<svg><title><style><img src=x onerror=alert(1)></style></title></svg>',
  '<math><mi><malignmark><style><img src=x onerror=alert(1)></style>',
  '<table><caption><svg><title><table><caption></caption></table></title><style><img src=x onerror=alert(1)>',
  '<form><input name=attributes><input name=parentNode><input name=nodeName><img src=x onerror=alert(1)></form>',
  '<template><img src=x onerror=alert(1)></template>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1) xmlns=http://www.w3.org/2000/svg/>#x"/></svg>',
  '<a href="j&#x61;vascript&colon;alert(1)">x</a>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<img src="https://leak.example/n">',
  '<div style="background:url(https://leak.example/o)">x</div>',
  '<svg><image href="https://leak.example/p"/></svg>',
  '<video poster="https://leak.example/q"></video>',
  '<p style="--x:</style><img src=x onerror=alert(1)>">',
];

const tags = (
  'a abbr b bdi bdo big blockquote br body caption center code col colgroup dd del details div dl dt em figure font h1 hr html i img ins li main ol p pre q ruby rt s section small span ' +
  'strong sub sup table tbody td tfoot th thead tr tt u ul var wbr svg math style script template noscript iframe form input button select option optgroup textarea title desc foreignObject ' +
  'mi mo mn ms mtext mglyph malignmark annotation-xml object embed base link meta plaintext xmp listing noembed noframes frameset frame image isindex portal dialog summary marquee keygen ' +
  'slot audio video source track use animate set x-made-up head param map area picture'
).split(' ');

const names = (
  'href src srcset style class id name title alt background bgcolor color width height align data-style dir lang type value action formaction poster xlink:href xmlns encoding is slot part ' +
  'target rel ping srcdoc data content http-equiv onerror onload onfocus onclick onmouseover ontoggle autofocus tabindex usemap form for list open border shadowrootmode contenteditable'
).split(' ');

const values = [
  'alert(1)', 'x', '', 'javascript:alert(1)', ' java\tscript:alert(1)', 'JaVaScRiPt&#58;alert(1)', 'data:text/html,<script>alert(1)</script>', 'data:image/svg+xml,<svg onload=alert(1)>',
  'data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'https://leak.example/a.gif', '//leak.example/b', 'https://leak.example/c 2x, https://leak.example/d', 'cid:picture',
  'attributes', 'nodeName', 'childNodes', 'parentNode', 'ownerDocument', 'text/html', 'open', 'http://www.w3.org/2000/svg', '0;url=javascript:alert(1)', '100%', '99999999', 'rtl',
  '--><img src=x onerror=alert(1)>', '</style><img src=x onerror=alert(1)>', '</title><img src=x onerror=alert(1)>', '"><img src=x onerror=alert(1)>', ']]><img src=x onerror=alert(1)>',
  'background:url(https://leak.example/e)', 'color:red;background-image:url("https://leak.example/f")', 'width:expression(alert(1))', 'behavior:url(#x)', 'position:fixed;inset:0', 'b\\61 ckground:u\\72l(//leak.example/g)',
  'list-style:url(https://leak.example/h)', 'content:url(https://leak.example/i)', '-moz-binding:url(x)', 'color:red}</style>', '@import "https://leak.example/j"', 'font:1px/1 a;src:url(//leak.example/k)', '/*', '\\',
];

const texts = [
  'words', ' ', '\n', '<', '>', '&', '"', "'", '`', '=', '/', '\0', '<!--', '-->', '--!>', '<!-->', '<![CDATA[', ']]>', '<?xml ', '?>', '<!', '</', '</ ', '<!doctype html>', '&lt;img src=x onerror=alert(1)&gt;', '&#0;', '&amp;lt;',
  '<img src=x onerror=alert(1)>', '*{background:url(https://leak.example/l)}', '@import url(https://leak.example/m);', 'www.example.com', '\u202e', '\ufeff', '\u2028', '{{1}}', '${alert(1)}', '<%', '[x](javascript:alert(1))',
];

const oneOf = (from: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...from);

/** Written well, badly, or not to its end. */
const attribute = fc.tuple(oneOf(names), oneOf(values), fc.constantFrom('"', '"', '"', "'", '', '`', '" "', "'\"")).map(([name, value, quote]) => ` ${name}=${quote}${value}${quote}`);
const begin = fc.tuple(oneOf(tags), fc.array(attribute, {maxLength: 3}), fc.constantFrom('>', '>', '>', '>', '/>', '', ' ', '<')).map(([tag, attributes, end]) => `<${tag}${attributes.join('')}${end}`);
const end = fc.tuple(oneOf(tags), fc.constantFrom('>', '>', '>', '', ' x>')).map(([tag, close]) => `</${tag}${close}`);
const soup = fc
  .array(fc.oneof({weight: 8, arbitrary: begin}, {weight: 4, arbitrary: end}, {weight: 4, arbitrary: oneOf(texts)}, {weight: 1, arbitrary: oneOf(shapes)}), {minLength: 1, maxLength: 24})
  .map((pieces) => pieces.join(''));

/** Tags that stand in each other as they should. */
const nested = fc.letrec<{node: string}>((tie) => ({
  node: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    oneOf([...texts, ...shapes]),
    fc.tuple(oneOf(tags), fc.array(attribute, {maxLength: 3}), fc.array(tie('node'), {maxLength: 4})).map(([tag, attributes, inside]) => `<${tag}${attributes.join('')}>${inside.join('')}</${tag}>`),
  ),
})).node;

/** HTML of the worst kind, and known payloads that were cut and put together with it. */
export function nastyHtml(payloads: readonly string[]): fc.Arbitrary<string> {
  const known = oneOf(payloads.length > 0 ? payloads : shapes);
  const part = fc.tuple(known, fc.double({min: 0, max: 1, noNaN: true}), fc.boolean()).map(([text, share, fromStart]) => (fromStart ? text.slice(0, text.length * share) : text.slice(text.length * share)));
  const mutated = fc.array(fc.oneof(part, known, begin, end, oneOf(texts)), {minLength: 1, maxLength: 6}).map((pieces) => pieces.join(''));
  return fc.oneof(soup, nested, mutated);
}
