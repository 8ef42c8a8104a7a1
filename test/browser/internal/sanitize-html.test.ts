import {expect} from '@open-wc/testing';
import {HtmlSanitizer, type SanitizeOptions} from '../../../src/internal/sanitize-html.js';

const sanitizer = new HtmlSanitizer(window);

/** What comes out, as text, after it has been in a document. */
function clean(html: string, options: SanitizeOptions = {remote: 'block'}) {
  const {fragment, blocked} = sanitizer.sanitize(html, options);
  const box = document.createElement('div');
  box.append(fragment);
  return {html: box.innerHTML, box, blocked};
}

const picture = 'data:image/png;base64,iVBORw0KGgo=';

describe('HtmlSanitizer', () => {
  it('keeps words, structure and marks', () => {
    expect(clean('<h2>Hi</h2><p>two <b>bold</b> <i>words</i></p><ul><li>one</li></ul>').html).to.equal(
      '<h2 aria-level="4">Hi</h2><p>two <b>bold</b> <i>words</i></p><ul><li>one</li></ul>',
    );
  });

  it('puts every heading of a sender below those of the thread', () => {
    const {box} = clean('<h1>Spring</h1><h6>Small print</h6>');
    expect([...box.children].map((heading) => heading.ariaLevel)).to.deep.equal(['4', '4']);
  });

  const attacks: readonly (readonly [string, string])[] = [
    ['a script', '<script>window.loopHit = 1</script>ok'],
    ['a handler', '<img src="x" onerror="window.loopHit = 1">ok'],
    ['a handler on anything', '<p onclick="window.loopHit = 1">ok</p>'],
    ['a script address', '<a href="javascript:window.loopHit = 1">ok</a>'],
    ['a split script address', '<a href="java&#10;script:window.loopHit = 1">ok</a>'],
    ['a data address', '<a href="data:text/html,<script>1</script>">ok</a>'],
    ['a frame', '<iframe src="https://evil.example"></iframe>ok'],
    ['a frame with a document', '<iframe srcdoc="<script>1</script>"></iframe>ok'],
    ['a form', '<form action="https://evil.example"><input name="card"><button>Pay</button>ok</form>'],
    ['a style sheet', '<style>* { display: none }</style>ok'],
    ['a linked style sheet', '<link rel="stylesheet" href="https://evil.example/a.css">ok'],
    ['a style', '<p style="background: url(https://evil.example/a.png)">ok</p>'],
    ['a class, a name and an id', '<p class="button" id="composer" name="send" slot="header" part="bubble">ok</p>'],
    ['a drawing', '<svg><script>window.loopHit = 1</script><a href="https://evil.example">x</a></svg>ok'],
    ['a formula', '<math><mtext><img src="x" onerror="window.loopHit = 1"></mtext></math>ok'],
    ['a base', '<base href="https://evil.example/">ok'],
    ['a refresh', '<meta http-equiv="refresh" content="0;url=https://evil.example">ok'],
    ['a background', '<table background="https://evil.example/a.png"><tr><td background="https://evil.example/b.png">ok</td></tr></table>'],
    ['a set of sources', `<img src="${picture}" srcset="https://evil.example/a.png 2x">ok`],
    ['a film', '<video poster="https://evil.example/a.png"><source src="https://evil.example/a.mp4"></video>ok'],
    ['an element of its own', '<loop-composer>ok</loop-composer>'],
    ['a template', '<template><script>1</script></template>ok'],
    ['a nested trick', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">ok'],
  ];
  for (const [name, html] of attacks) {
    it(`lets no ${name.replace(/^an? /, '')} through`, () => {
      const {box} = clean(html);
      const forbidden = box.querySelector(
        'script, iframe, form, input, button, style, link, svg, math, base, meta, video, source, template, loop-composer, object, embed',
      );
      expect(forbidden).to.equal(null);
      for (const element of box.querySelectorAll('*')) {
        for (const {name: attribute, value} of element.attributes) {
          expect(attribute).not.to.match(/^on|^(style|class|id|name|slot|part|srcset|poster|background|action|is)$/);
          expect(value).not.to.match(/script:|evil\.example/);
        }
      }
      expect('loopHit' in window).to.equal(false);
    });
  }

  it('opens links apart and hides where the reader comes from', () => {
    const link = clean('<a href="https://example.com/x" target="_self" rel="opener">x</a>').box.querySelector('a')!;
    expect(link.getAttribute('href')).to.equal('https://example.com/x');
    expect(link.target).to.equal('_blank');
    expect(link.rel).to.equal('noopener noreferrer nofollow');
  });

  it('makes plain words of a link that leads into the host’s page', () => {
    expect(clean('<a href="/admin/delete">x</a>').html).to.equal('<a>x</a>');
  });

  it('takes an address that leads into the host’s page there alone for none', () => {
    const scheme = location.protocol;
    expect(clean(`<a href="${scheme}admin/delete">x</a><a href="${scheme}/admin/delete">y</a>`).html).to.equal('<a>x</a><a>y</a>');
    const {box} = clean(`<img src="${scheme}admin/delete"><img src="${scheme}/admin/delete">`, {remote: 'allow', origins: [`${scheme}//admin`]});
    expect([...box.querySelectorAll('img')].map((image) => image.hasAttribute('src'))).to.deep.equal([false, false]);
  });

  it('blocks pictures of strangers and counts them', () => {
    const {box, blocked} = clean('<img src="https://a.example/1.gif" alt="one"><img src="https://b.example/2.gif">');
    expect(blocked).to.equal(2);
    expect([...box.querySelectorAll('img')].map((image) => image.getAttribute('src'))).to.deep.equal([null, null]);
    expect(box.querySelector('img')!.alt).to.equal('one');
  });

  it('shows them once allowed, without telling where the reader comes from', () => {
    const {box, blocked} = clean('<img src="https://a.example/1.gif">', {remote: 'allow'});
    expect(blocked).to.equal(0);
    expect(box.querySelector('img')!.getAttribute('src')).to.equal('https://a.example/1.gif');
    expect(box.querySelector('img')!.referrerPolicy).to.equal('no-referrer');
  });

  it('shows pictures of trusted origins and those that travel with the message', () => {
    const {box, blocked} = clean(`<img src="https://files.example/1.png"><img src="${picture}"><img src="cid:joint@mail">`, {
      remote: 'block',
      origins: ['https://files.example'],
      contentUrl: (id) => (id === 'joint@mail' ? picture : undefined),
    });
    expect(blocked).to.equal(0);
    expect([...box.querySelectorAll('img')].map((image) => image.getAttribute('src'))).to.deep.equal([
      'https://files.example/1.png',
      picture,
      picture,
    ]);
  });

  it('does not count a picture that consent would not bring', () => {
    expect(clean('<img src="cid:missing"><img src="broken.png">').blocked).to.equal(0);
  });

  it('answers each call by its own options', () => {
    const html = '<img src="https://a.example/1.gif">';
    expect(clean(html, {remote: 'allow'}).blocked).to.equal(0);
    expect(clean(html).blocked).to.equal(1);
    expect(clean('words').blocked).to.equal(0);
  });

  it('takes nothing of a mail into the page before it is judged: pictures would be fetched there', () => {
    const {createElement} = document;
    const made: string[] = [];
    document.createElement = ((name: string) => (made.push(name), createElement.call(document, name))) as typeof document.createElement;
    const {body} = sanitizer.mail('<at style="color: red"><input type="image" src="https://evil.example/a.gif"><img src="https://evil.example/b.gif"></at>', {remote: 'block'});
    document.createElement = createElement;
    expect(made).not.to.include('span');
    expect(body.innerHTML).to.equal('<span><img></span>');
  });
});
