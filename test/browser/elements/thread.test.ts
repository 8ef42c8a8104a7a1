import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {AdapterError, type Message} from '../../../src/contract/index.js';
import type {RichText} from '../../../src/internal/rich-text.js';
import type {SanitizeOptions} from '../../../src/internal/sanitize-html.js';
import type {ThreadMessage} from '../../../src/store/state.js';
import {frames, mountConversation, mountThread, numbered, onItsWay, talkingInbox} from '../../support/conversation-harness.js';
import {emptyPng} from '../../support/empty-png.js';
import {message, minutesAgo, now, tag} from '../../support/fake-inbox.js';
import {until} from '../../support/until.js';

const jonas = {kind: 'agent', id: 'jonas', name: 'Jonas Weber'} as const;
const me = {kind: 'agent', id: 'me', name: 'Lena Brandt'} as const;
const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

const text = (value: string) => ({format: 'text', value}) as const;
const order = (messages: readonly ThreadMessage[]): ThreadMessage[] =>
  messages.map((each, index) => ({...each, order: String(index).padStart(4, '0')}));

describe('<loop-thread>', () => {
  it('passes the accessibility audit with every kind of message', async () => {
    const thread = await mountThread(
      talkingInbox(
        order([
          message('mail', 'k1', {body: {format: 'html', value: '<p>A mail</p>'}, mail: {from: {address: 'a@b.example'}}, createdAt: minutesAgo(2000)}),
          message('act', 'k1', {kind: 'activity', author: jonas, activity: {type: 'escalated', reason: 'late'}}),
          message('note', 'k1', {kind: 'note', author: jonas, body: text('A note')}),
          message('in', 'k1'),
          message('out', 'k1', {kind: 'reply', author: me, delivery: 'read'}),
          onItsWay('mine', {delivery: 'failed', failure: {code: 'network', message: '', applied: 'no', retryable: true}}),
        ]),
        {dividerAfter: 'act'},
      ),
    );
    await expect(thread.element).to.be.accessible();
  });

  it('shows days, the unread divider, activities and messages in order', async () => {
    const thread = await mountThread(
      talkingInbox(
        order([
          message('a', 'k1', {createdAt: minutesAgo(24 * 60), body: text('Hello')}),
          message('b', 'k1', {kind: 'reply', author: me, body: text('Hi'), createdAt: minutesAgo(30)}),
          message('c', 'k1', {kind: 'activity', author: jonas, activity: {type: 'tagged', added: [tag('order')]}, createdAt: minutesAgo(20)}),
          message('d', 'k1', {body: text('News'), createdAt: minutesAgo(10)}),
        ]),
        {dividerAfter: 'b'},
      ),
    );
    const rows = thread.rows();
    expect(rows.map((row) => row.replace(/ · .*/, ''))).to.deep.equal([
      'Yesterday', 'incoming Hello', 'Today', 'reply Hi', 'Jonas Weber added order', 'New', 'incoming News',
    ]);
  });

  it('groups what one author wrote within five minutes under one name', async () => {
    const thread = await mountThread(
      talkingInbox(
        order([
          message('a', 'k1', {createdAt: minutesAgo(20)}),
          message('b', 'k1', {createdAt: minutesAgo(16)}),
          message('c', 'k1', {createdAt: minutesAgo(15)}),
          message('d', 'k1', {createdAt: minutesAgo(9)}),
          message('e', 'k1', {createdAt: minutesAgo(8), author: {kind: 'contact', id: 'other', name: 'Other'}}),
        ]),
      ),
    );
    expect(thread.messages.map((each) => each.place)).to.deep.equal(['first', 'middle', 'last', 'alone', 'alone']);
    expect(thread.find('.head', 'b') === null).to.equal(true);
    expect(thread.find('.head', 'a')!.innerText).to.contain('Contact k1');
  });

  it('marks a note by word, lock, author, who sees it and its own frame', async () => {
    const thread = await mountConversation(talkingInbox([message('n', 'k1', {kind: 'note', author: jonas, body: text('Beware')})]));
    const seen = thread.seen('n');
    expect(seen).to.contain('Note');
    expect(seen).to.contain('Jonas Weber');
    expect(seen).to.contain('only your team sees this');
    const note = thread.find('.note', 'n')!;
    expect(note.querySelectorAll('.note-head svg').length).to.equal(1);
    expect(getComputedStyle(note).borderBlockStartStyle).to.equal('dashed');
    expect(thread.message('n').getAttribute('aria-label')).to.match(/^Note by Jonas Weber, only your team sees this/);
  });

  it('marks who is mentioned in a note', async () => {
    const thread = await mountThread(
      talkingInbox([message('n', 'k1', {kind: 'note', author: jonas, mentions: ['me'], body: text('@Lena Brandt and @Nobody look')})]),
    );
    const marked = [...thread.message('n').shadowRoot!.querySelectorAll('.mention')].map((each) => each.textContent);
    expect(marked).to.deep.equal(['@Lena Brandt']);
  });

  it('shows a text at once as it was typed, and links in it once they can be found', async () => {
    const inbox = talkingInbox([message('a', 'k1', {body: text('a\n  b https://example.com/x <b>')})]);
    const thread = await mountThread(inbox);
    expect(thread.find('.text', 'a')!.textContent).to.equal('a\n  b https://example.com/x <b>');
    expect(getComputedStyle(thread.find('.text', 'a')!).whiteSpace).to.equal('pre-wrap');
    await import('../../../src/internal/rich-text.js');
    await thread.settle();
    const link = thread.find<HTMLAnchorElement>('.text a', 'a')!;
    expect(link.href).to.equal('https://example.com/x');
    expect(link.rel).to.contain('noopener');
    expect(thread.find('.text', 'a')!.textContent).to.equal('a\n  b https://example.com/x <b>');
  });

  it('shows a mail that is too wide so much smaller that nothing of it is beside its box, on its own ground, and scrolls a far too wide one from where it begins, at its own size', async () => {
    const wide = (id: string, html: string) => message(id, 'k1', {body: {format: 'html', value: html}, mail: {from: {address: 'marta@poczta.example'}}});
    const thread = await mountThread(
      talkingInbox(order([wide('a', '<body bgcolor="#112233"><center><table width="600" bgcolor="white"><tr><td>x</table>'), wide('b', '<body dir="rtl"><table width="2400" bgcolor="white"><tr><td id="begin">x</table>'), wide('c', '<body style="background: rgb(0 0 0 / 5%)">x'), wide('d', '<p style="text-indent: -9999px">gone</p><p style="color: red">x</p>')])),
    );
    await import('../../../src/internal/rich-text.js');
    const sheet = (key: string) => thread.find('.sheet', key)!;
    const zoom = (key: string) => sheet(key).style.getPropertyValue('--_mail-zoom');
    await until(() => thread.find('.sheet', 'd') !== null && sheet('d').style.direction !== '' && thread.find('.sheet', 'a') !== null && zoom('a') !== '');
    expect([zoom('b'), zoom('d')]).to.deep.equal(['', '']);
    expect(sheet('a').scrollWidth).to.be.at.most(sheet('a').clientWidth + 1);
    expect(Number(zoom('a'))).to.be.closeTo(sheet('a').clientWidth / 600, 0.02);
    expect(getComputedStyle(sheet('a')).backgroundColor).to.equal('rgb(17, 34, 51)');
    expect(getComputedStyle(sheet('c')).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(sheet('b').scrollWidth).to.be.greaterThan(sheet('b').clientWidth);
    expect(thread.mail('b').querySelector('#begin')!.getBoundingClientRect().right).to.be.at.most(sheet('b').getBoundingClientRect().right);
    expect(getComputedStyle(sheet('b')).direction).to.equal('rtl');
  });

  it('tells of blocked pictures in one line, in a narrow thread above what can be done about it', async () => {
    const thread = await mountThread(
      talkingInbox([message('a', 'k1', {body: {format: 'html', value: '<img src="https://a.example/b.png">x'}, mail: {from: {address: 'marta@poczta.example'}}})]),
    );
    await import('../../../src/internal/rich-text.js');
    await until(() => thread.find('.blocked-bar', 'a') !== null);
    const told = thread.find('.blocked-bar .told bdi', 'a')!;
    const buttons = [...thread.find('.blocked-bar', 'a')!.querySelectorAll('button')].map((each) => each.getBoundingClientRect());
    const line = told.getClientRects();
    thread.element.style.inlineSize = '300px';
    await thread.settle();
    expect(line).to.have.length(1);
    expect(told.getBoundingClientRect().height).to.be.closeTo(line[0]!.height, 1);
    const [once, always] = [...thread.find('.blocked-bar', 'a')!.querySelectorAll('button')].map((each) => each.getBoundingClientRect());
    expect(buttons[0]!.top).to.be.at.most(line[0]!.bottom);
    expect(once!.top).to.be.at.least(told.getBoundingClientRect().bottom - 4);
    expect(once!.top).to.equal(always!.top);
  });

  it('shows a mail on a card with its sender, without scripts and strangers’ pictures', async () => {
    const thread = await mountThread(
      talkingInbox([
        message('a', 'k1', {
          body: {format: 'html', value: '<p onclick="x()">Dear <b>team</b></p><img src="https://tracker.example/1.gif"><script>1</script>', quoted: 'old\nlines'},
          mail: {from: {address: 'marta@poczta.example', name: 'Marta'}, to: [{address: 'help@nordlicht.example'}]},
        }),
      ]),
    );
    await import('../../../src/internal/rich-text.js');
    await thread.settle();
    const seen = thread.seen('a');
    expect(seen).to.contain('marta@poczta.example');
    expect(seen).to.contain('to help@nordlicht.example');
    expect(seen).to.contain('1 image blocked');
    expect(thread.mail('a').innerHTML).to.equal('<p>Dear <b>team</b></p><img>');
    thread.press('a', 'Quoted text, 2 lines');
    await thread.settle();
    expect(thread.find('.quote', 'a')!.textContent).to.equal('old\nlines');
  });

  it('shows pictures of a sender in all their mails once that is allowed', async () => {
    const mail = (id: string): ThreadMessage =>
      message(id, 'k1', {body: {format: 'html', value: '<p>x</p><img src="https://127.0.0.1:1/1.gif">'}, mail: {from: {address: 'marta@poczta.example'}}});
    const thread = await mountThread(talkingInbox(order([mail('a'), mail('b')])));
    await import('../../../src/internal/rich-text.js');
    await thread.settle();
    thread.press('a', 'Always for this sender');
    const [, choice] = thread.inbox.calls.find(([name]) => name === 'choose')!;
    expect(choice).to.deep.equal({trustedSenders: ['marta@poczta.example']});
    thread.inbox.commit((state) => (state.choices = {...state.choices, ...(choice as typeof state.choices)}));
    await thread.settle();
    expect(thread.mail('b').querySelector('img')!.getAttribute('src')).to.equal('https://127.0.0.1:1/1.gif');
    expect(thread.seen('a') + thread.seen('b')).not.to.contain('blocked');
  });

  it('shows pictures of the backend’s own origin at once, and no others', async () => {
    const picture = (id: string, url: string) => ({id, name: `${id}.png`, mime: 'image/png', url});
    const inbox = talkingInbox([
      message('a', 'k1', {
        body: {format: 'html', value: '<p>x</p><img src="https://127.0.0.1:1/1.gif"><img src="https://127.0.0.1:2/2.gif">'},
        mail: {from: {address: 'marta@poczta.example'}},
        attachments: [picture('own', 'https://127.0.0.1:1/own.png'), picture('far', 'http://127.0.0.1:1/far.png')],
      }),
    ]);
    inbox.commit((state) => state.session && (state.session = {...state.session, fileOrigins: ['https://127.0.0.1:1']}));
    const thread = await mountThread(inbox);
    await import('../../../src/internal/rich-text.js');
    await thread.settle();
    expect([...thread.mail('a').querySelectorAll('img')].map((image) => image.getAttribute('src'))).to.deep.equal(['https://127.0.0.1:1/1.gif', null]);
    expect([...thread.message('a').shadowRoot!.querySelectorAll('.picture img')].map((image) => image.getAttribute('alt'))).to.deep.equal(['own.png']);
    expect(thread.seen('a')).to.contain('2 images blocked');
  });

  it('draws no picture of more than 50 million pixels before it is asked to, in a mail or as a file', async function () {
    this.timeout(60_000);
    const [fits, large] = [await emptyPng(7_000, 7_000), await emptyPng(8_000, 8_000)];
    const picture = (id: string, url: string, size?: object) => ({id, name: `${id}.png`, mime: 'image/png', url, ...size});
    const thread = await mountThread(
      talkingInbox([
        message('a', 'k1', {
          body: {format: 'html', value: `<img id="fits" src="${fits}"><img id="large" src="${large}">`},
          mail: {from: {address: 'marta@poczta.example'}},
          attachments: [picture('fits', fits), picture('large', large), picture('told', large, {width: 8_000, height: 8_000})],
        }),
      ]),
    );
    await import('../../../src/internal/rich-text.js');
    await thread.settle();
    const mail = () => thread.mail('a');
    await until(() => mail().querySelector('[data-large]') !== null && mail().querySelector('[data-drawn]') !== null);
    expect([...mail().querySelectorAll('img')].map(({id}) => id)).to.deep.equal(['fits']);
    const files = () => [...thread.message('a').shadowRoot!.querySelectorAll<HTMLImageElement>('.picture img')];
    await until(() => files().every(({complete, naturalWidth}) => complete && naturalWidth > 0));
    await until(() => files().some((image) => getComputedStyle(image).visibility === 'visible'));
    expect(files().map((image) => [image.alt, getComputedStyle(image).visibility])).to.deep.equal([['fits.png', 'visible'], ['large.png', 'hidden']]);
    expect(thread.seen('a')).to.contain('Show a very large image');
    mail().querySelector<HTMLButtonElement>('[data-large]')!.click();
    expect([...mail().querySelectorAll('img')].map(({id}) => id)).to.deep.equal(['fits', 'large']);
    expect(getComputedStyle(mail().querySelector('#large')!).visibility).to.equal('visible');
  });

  it('reserves the box of a picture and offers files for saving', async () => {
    const thread = await mountThread(
      talkingInbox([
        message('a', 'k1', {
          attachments: [
            {id: '1', name: 'tent.png', mime: 'image/png', url: pixel, width: 480, height: 320},
            {id: '2', name: 'receipt-48213-marta-kowalczyk.pdf', mime: 'application/pdf', bytes: 188_416, url: 'https://files.example/1'},
            {id: '3', name: 'bad.pdf', mime: 'application/pdf', url: 'javascript:alert(1)'},
            {id: '4', name: 'far.png', mime: 'image/png', url: 'https://files.example/far.png'},
          ],
        }),
      ]),
    );
    const image = thread.find<HTMLImageElement>('.picture img', 'a')!;
    expect([image.width, image.height]).to.deep.equal([240, 160]);
    expect(thread.find<HTMLAnchorElement>('a.file', 'a')!.href).to.equal('https://files.example/1');
    expect(thread.find('a.file', 'a')!.title).to.equal('Download receipt-48213-marta-kowalczyk.pdf');
    expect(thread.message('a').shadowRoot!.querySelectorAll('a.file').length).to.equal(1);
    expect(thread.message('a').shadowRoot!.querySelectorAll('.picture img').length).to.equal(1);
    expect(thread.seen('a')).to.contain('1 image blocked');
  });

  it('says that a message was deleted, or edited, or what it answers', async () => {
    const thread = await mountThread(
      talkingInbox(
        order([
          message('a', 'k1', {deleted: true, body: text('secret')}),
          message('b', 'k1', {editedAt: minutesAgo(1), body: text('better')}),
          message('c', 'k1', {replyTo: 'b', body: text('answer')}),
        ]),
      ),
    );
    expect(thread.seen('a')).to.contain('This message was deleted');
    expect(thread.seen('a')).not.to.contain('secret');
    expect(thread.seen('b')).to.contain('Edited');
    expect(thread.find('.answered', 'c')!.innerText).to.contain('better');
  });

  it('folds a very long message and shows all of it when asked', async () => {
    const long = 'word '.repeat(4_000);
    const thread = await mountThread(talkingInbox([message('a', 'k1', {body: text(long)})]));
    expect(thread.find('.text', 'a')!.textContent.length).to.be.lessThan(3_100);
    thread.press('a', 'Show all');
    await thread.settle();
    expect(thread.find('.text', 'a')!.textContent).to.equal(long);
  });

  describe('when one message can’t be shown', () => {
    const report = console.error;
    let reported: unknown[];
    beforeEach(() => {
      reported = [];
      console.error = (...words: unknown[]) => reported.push(words);
    });
    afterEach(() => {
      console.error = report;
    });

    it('shows the others, and the message itself when another record of it comes', async () => {
      const broken = message('b', 'k1');
      Object.defineProperty(broken, 'attachments', {get: () => { throw new Error('no attachments'); }});
      const thread = await mountThread(talkingInbox([message('a', 'k1'), broken, message('c', 'k1')]));
      expect(thread.seen('b')).to.equal('This message could not be shown.');
      expect(thread.textOf(thread.message('c'))).to.equal('Text of c');
      expect(reported.length).to.equal(1);
      thread.message('b').message = message('b', 'k1');
      await thread.settle();
      expect(thread.textOf(thread.message('b'))).to.equal('Text of b');
    });

    const long: readonly (readonly [string, ThreadMessage['body']])[] = [
      ['mail', {format: 'html', value: `${'<p>Some words</p>'.repeat(6_000)}<p>The end</p>`}],
      ['Markdown', {format: 'markdown', value: `${'Some *words*\n\n'.repeat(3_000)}The end`}],
      ['text', text(`${'Some words at www.example.com\n'.repeat(10_000)}The end`)],
    ];
    for (const [name, body] of long)
      for (const [which, fails] of [['the first', 'Some'], ['a later', 'The end']] as const)
        it(`shows the others where ${which} part of a long ${name} throws`, async () => {
          const thread = await mountThread(talkingInbox([message('a', 'k1'), message('b', 'k1', {body}), message('c', 'k1')]));
          await until(() => thread.message('b').rich !== undefined && thread.find('.sheet, .rich, .text', 'b'));
          const {rich} = thread.message('b');
          const throws = (read: 'mail' | 'markdown' | 'links') => (written: string, options: SanitizeOptions) => {
            if (written.includes(fails)) throw new Error('too much');
            return rich![read](written, options);
          };
          thread.message('b').rich = {mail: throws('mail'), markdown: throws('markdown'), links: throws('links')} as unknown as RichText;
          await thread.settle();
          if (thread.seen('b') !== 'This message could not be shown.') thread.press('b', 'Show all');
          await until(() => thread.seen('b') === 'This message could not be shown.');
          expect(thread.textOf(thread.message('c'))).to.equal('Text of c');
          await frames();
          expect(reported.length).to.equal(1);
        });
  });
});

describe('<loop-thread>: where a message is on its way', () => {
  const states: readonly (readonly [string, ThreadMessage, string, readonly string[]])[] = [
    ['held', onItsWay('m', {heldUntil: now + 4_000}), 'Sending in 4 s', ['Undo']],
    ['sending', onItsWay('m', {delivery: 'sending'}), 'Sending', []],
    ['uploading', {...onItsWay('m'), progress: {loaded: 30, total: 120}}, 'Uploading, 25%', ['Undo']],
    ['uploading once more', {...onItsWay('m', {attempts: 1}), progress: {loaded: 30, total: 120}}, 'Uploading, 25%', []],
    ['unconfirmed', onItsWay('m', {delivery: 'unconfirmed'}), 'Not confirmed', ['Check again', 'Send again', 'Discard']],
    [
      'failed, not applied',
      onItsWay('m', {delivery: 'failed', failure: {code: 'forbidden', message: '403', applied: 'no', retryable: false}}),
      'Not sent. You are not allowed to write here.',
      ['Retry', 'Edit', 'Discard'],
    ],
    [
      'failed, perhaps applied',
      onItsWay('m', {delivery: 'failed', failure: {code: 'unavailable', message: '500', applied: 'maybe', retryable: true}}),
      'Not sent. The server did not answer.',
      ['Retry', 'Discard'],
    ],
    ['stale', onItsWay('m', {question: 'stale-reply'}), 'There are newer messages. Read them before you send.', ['Send anyway', 'Edit', 'Discard']],
    ['old', onItsWay('m', {question: 'old'}), 'Written a while ago. Send it now?', ['Send anyway', 'Edit', 'Discard']],
    [
      'bounced',
      message('m', 'k1', {kind: 'reply', author: me, delivery: 'failed', deliveryError: 'Mailbox full.'}),
      'Not sent. Mailbox full.',
      ['Send again', 'Edit'],
    ],
    [
      'bounced, with a file that would not go again',
      message('m', 'k1', {kind: 'reply', author: me, delivery: 'failed', attachments: [{id: 'f', name: 'invoice.pdf', mime: 'application/pdf', bytes: 1}]}),
      'Not sent.',
      ['Edit'],
    ],
    [
      'bounced, of a colleague',
      message('m', 'k1', {kind: 'reply', author: {kind: 'agent', id: 'jonas', name: 'Jonas'}, delivery: 'failed', deliveryError: 'Mailbox full.'}),
      'Not sent. Mailbox full.',
      [],
    ],
    ['delivered', message('m', 'k1', {kind: 'reply', author: me, delivery: 'delivered'}), 'Delivered', []],
    ['read', message('m', 'k1', {kind: 'reply', author: me, delivery: 'read'}), 'Read', []],
  ];
  for (const [name, row, told, buttons] of states) {
    it(`tells and offers what fits: ${name}`, async () => {
      const thread = await mountThread(talkingInbox([row]));
      const line = thread.find('.delivery', 'm')!;
      expect(line.querySelector<HTMLElement>('.told')!.innerText.trim()).to.equal(told);
      expect([...line.querySelectorAll('button')].map((each) => each.innerText.trim())).to.deep.equal([...buttons]);
      expect(line.querySelectorAll('svg').length).to.equal(1);
    });
  }

  it('waits for the connection in words while there is none, also while it is held, and is called back as long as it was never tried', async () => {
    const inbox = talkingInbox([onItsWay('m', {heldUntil: now + 4_000}), onItsWay('tried', {attempts: 1})]);
    inbox.commit((state) => {
      state.connection = {status: 'waiting', retryAt: now + 1000, error: new AdapterError({code: 'network', message: ''})};
    });
    const thread = await mountThread(inbox);
    const told = (key: string) => thread.find('.delivery', key)!.innerText.trim().split(/\n+/);
    expect(told('m')).to.deep.equal(['Waiting for the connection', 'Undo']);
    expect(told('tried')).to.deep.equal(['Waiting for the connection']);
    expect(thread.strip()).to.contain('Offline.');
  });

  it('counts down and then stops', async () => {
    const inbox = talkingInbox([onItsWay('m', {heldUntil: now + 3_000})]);
    const thread = await mountThread(inbox);
    await inbox.clock.advance(1_000);
    await thread.settle();
    expect(thread.seen('m')).to.contain('Sending in 2 s');
    thread.element.remove();
    await inbox.settle();
    expect(inbox.clock.pending).to.equal(0);
  });

  it('asks for what its buttons say, by the client id', async () => {
    const inbox = talkingInbox([onItsWay('m', {delivery: 'unconfirmed'})]);
    const thread = await mountThread(inbox);
    thread.press('m', 'Check again');
    thread.press('m', 'Send again');
    thread.press('m', 'Discard');
    expect(inbox.called('checkAgain')).to.deep.equal([['m']]);
    expect(inbox.called('sendAnyway')).to.deep.equal([['m']]);
    expect(inbox.called('discard')).to.deep.equal([['m']]);
  });

  it('asks for a bounced one by its conversation and id', async () => {
    const inbox = talkingInbox([message('m', 'k1', {kind: 'reply', author: me, delivery: 'failed'})]);
    const thread = await mountThread(inbox);
    thread.press('m', 'Send again');
    thread.press('m', 'Edit');
    expect(inbox.called('resend')).to.deep.equal([['k1', 'm']]);
    expect(inbox.called('writeAgain')).to.deep.equal([['k1', 'm']]);
  });

  it('keeps the row of a message when the backend’s record takes its place', async () => {
    const thread = await mountThread(talkingInbox([onItsWay('m')]));
    const row = thread.message('m');
    await thread.put([message('srv-1', 'k1', {key: 'm', clientId: 'm', kind: 'reply', author: me, delivery: 'sent', body: text('On its way')})]);
    expect(thread.message('m') === row).to.equal(true);
    expect(thread.seen('m')).to.contain('Sent');
  });
});

describe('<loop-thread>: what is read stays in its place', () => {
  it('opens at the newest message', async () => {
    const thread = await mountThread(talkingInbox(numbered(50)));
    expect(thread.fromEnd).to.be.lessThan(2);
  });

  it('opens at the first unread message', async () => {
    const thread = await mountThread(talkingInbox(numbered(50), {dividerAfter: '000020'}));
    expect(thread.offset('unread')).to.be.within(60, 100);
  });

  it('keeps the row that is read when earlier messages come before it', async () => {
    const thread = await mountThread(talkingInbox(numbered(50, 100), {before: 'c1'}));
    await thread.scrollTo(300);
    const before = thread.offset('000110');
    await thread.put([...numbered(50, 50), ...numbered(50, 100)], {before: 'c2'});
    expect(Math.abs(thread.offset('000110') - before)).to.be.at.most(1);
  });

  it('keeps the row that is read when one above it grows', async () => {
    const thread = await mountThread(talkingInbox(numbered(50)));
    await thread.scrollTo(800);
    const key = '000030';
    const before = thread.offset(key);
    thread.message('000002').style.setProperty('padding-bottom', '300px');
    await frames();
    expect(Math.abs(thread.offset(key) - before)).to.be.at.most(1);
  });

  it('keeps the row that is read when a picture above it arrives late', async () => {
    const mail = {body: {format: 'html', value: `<p>Look:</p><img alt="" src="${pixel}">`}, mail: {from: {address: 'marta@poczta.example'}}} as const;
    const thread = await mountThread(talkingInbox(numbered(50).map((each) => (each.key === '000003' ? {...each, ...mail} : each))));
    await import('../../../src/internal/rich-text.js');
    await thread.settle();
    await thread.scrollTo(1200);
    const [row, key] = [thread.message('000003'), '000035'];
    const [before, height] = [thread.offset(key), row.offsetHeight];
    const image = thread.mail('000003').querySelector('img')!;
    image.src = await emptyPng(200, 300);
    await image.decode();
    await frames();
    expect(row.offsetHeight - height).to.be.greaterThan(200);
    expect(Math.abs(thread.offset(key) - before)).to.be.at.most(1);
  });

  it('stays at the end when a message comes or grows while the end is in view', async () => {
    const thread = await mountThread(talkingInbox(numbered(50)));
    await thread.put([...numbered(50), ...numbered(1, 50)]);
    expect(thread.fromEnd).to.be.lessThan(2);
    thread.message('000050').style.setProperty('padding-bottom', '200px');
    await frames();
    expect(thread.fromEnd).to.be.lessThan(2);
  });

  it('goes where the reader scrolls, also in the moment in which something else is rendered', async () => {
    const thread = await mountThread(talkingInbox(numbered(50)));
    const scroller = thread.element.shadowRoot!.querySelector('.scroller')!;
    thread.element.requestUpdate();
    await thread.element.updateComplete; // the rows are put right with the next frame
    scroller.dispatchEvent(new WheelEvent('wheel', {deltaY: -900}));
    scroller.scrollTop -= 900;
    scroller.dispatchEvent(new Event('scroll'));
    await frames();
    expect(thread.fromEnd).to.be.greaterThan(500);
  });

  it('stays where one reads and counts what comes below', async () => {
    const thread = await mountThread(talkingInbox(numbered(50)));
    await thread.scrollTo(300);
    const before = thread.offset('000010');
    await thread.put([...numbered(50), ...numbered(2, 50)]);
    expect(thread.offset('000010')).to.equal(before);
    expect(thread.strip()).to.equal('2 new messages');
    thread.find('.pill')!.click();
    await thread.settle();
    expect(thread.fromEnd).to.be.lessThan(2);
    expect(thread.strip()).to.equal('');
  });

  it('lets go of the earliest when it grows at its end, and of nothing before', async () => {
    const inbox = talkingInbox(numbered(299));
    const thread = await mountThread(inbox);
    expect(inbox.called('trimThread')).to.deep.equal([]);
    await thread.put(numbered(301));
    expect(inbox.called('trimThread')[0]).to.deep.equal(['k1', 'start', undefined]);
  });

  it('renders a burst of one frame twice, not once for each message', async () => {
    const inbox = talkingInbox(numbered(50));
    const thread = await mountThread(inbox);
    let renders = 0;
    thread.thread.addController({hostUpdated: () => void renders++});
    const burst = 40;
    for (let more = 1; more <= burst; more++) {
      inbox.putThread('k1', numbered(50 + more));
      // The listeners are told in a microtask each time, and no frame comes in between.
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    }
    await thread.settle();
    expect(thread.messages.length).to.equal(50 + burst);
    expect(renders).to.be.lessThan(burst / 4);
  });

  it('keeps the row that has the focus when it lets go of others', async () => {
    const inbox = talkingInbox(numbered(299));
    const thread = await mountThread(inbox);
    thread.element.shadowRoot!.querySelector<HTMLElement>('[data-key="000290"]')!.focus();
    await thread.put(numbered(301));
    expect(inbox.called('trimThread')[0]).to.deep.equal(['k1', 'start', '000290']);
  });

  it('goes to the end when one’s own message is sent', async () => {
    const thread = await mountThread(talkingInbox(numbered(50)));
    await thread.scrollTo(300);
    await thread.put([...numbered(50), onItsWay('mine')]);
    expect(thread.fromEnd).to.be.lessThan(2);
  });

  it('loads earlier messages near the start, once per page', async () => {
    const inbox = talkingInbox(numbered(50), {before: 'c1'});
    const thread = await mountThread(inbox);
    expect(inbox.called('loadEarlier').length).to.equal(0);
    await thread.scrollTo(200);
    await thread.scrollTo(100);
    expect(inbox.called('loadEarlier')).to.deep.equal([['k1']]);
  });

  it('loads later messages near the end of a stretch from the middle', async () => {
    const inbox = talkingInbox(numbered(50), {after: 'c9'});
    const thread = await mountThread(inbox);
    await thread.scrollTo(10_000);
    expect(inbox.called('loadLater')).to.deep.equal([['k1']]);
    expect(thread.strip()).to.equal('Newest messages');
  });

  it('goes to a message, marks it and gives it the focus', async () => {
    const thread = await mountThread(talkingInbox(numbered(50)));
    thread.thread.showMessage('000005');
    await thread.settle();
    expect(thread.offset('000005')).to.be.within(0, 400);
    expect(thread.message('000005').hasAttribute('data-highlighted')).to.equal(true);
    expect(thread.thread.shadowRoot!.activeElement === thread.message('000005')).to.equal(true);
  });

  it('asks for a message that is not loaded and goes to it when it comes', async () => {
    const inbox = talkingInbox(numbered(50, 100));
    const thread = await mountThread(inbox);
    thread.thread.showMessage('000020');
    await thread.settle();
    expect(inbox.called('showMessage')).to.deep.equal([['k1', '000020']]);
    await thread.put(numbered(50), {after: 'c'});
    expect(thread.offset('000020')).to.be.within(0, 400);
    expect(thread.message('000020').hasAttribute('data-highlighted')).to.equal(true);
  });

  it('renders only the message that came', async () => {
    const thread = await mountThread(talkingInbox(numbered(350)));
    let renders = 0;
    for (const row of thread.messages) {
      row.addController({hostUpdated: () => void renders++});
    }
    await thread.put([...thread.messages.map((row) => row.message!), ...numbered(1, 350)]);
    expect(thread.messages.length).to.equal(351);
    // The one before it may now stand in a group with it.
    expect(renders).to.be.lessThan(3);
  });
});

describe('<loop-thread>: reading and colleagues', () => {
  it('marks read what was seen at the end', async () => {
    const inbox = talkingInbox(numbered(5));
    inbox.commit((state) => state.conversations.put('k1', {...state.conversations.get('k1')!, unread: 2}));
    await mountThread(inbox);
    expect(inbox.called('markRead')).to.deep.equal([['k1', '000004']]);
  });

  it('does not mark read what is below', async () => {
    const inbox = talkingInbox(numbered(50), {dividerAfter: '000003'});
    inbox.commit((state) => state.conversations.put('k1', {...state.conversations.get('k1')!, unread: 40}));
    const thread = await mountThread(inbox);
    expect(inbox.called('markRead')).to.deep.equal([]);
    await thread.scrollTo(100_000);
    expect(inbox.called('markRead')).to.deep.equal([['k1', '000049']]);
  });

  it('says who types and who looks on', async () => {
    const inbox = talkingInbox(numbered(3));
    inbox.commit((state) => {
      state.typing.put('k1', [{author: jonas, kind: 'note'}]);
      state.presence.put('k1', [{agent: {id: 'a', name: 'Amira'}, doing: 'viewing'}]);
    });
    const thread = await mountThread(inbox);
    expect(thread.strip()).to.equal('Jonas Weber is writing a note Amira is viewing');
  });

  it('announces a message that arrives here, once, and no other conversation’s', async () => {
    const inbox = talkingInbox(numbered(3));
    const thread = await mountThread(inbox);
    inbox.tell({type: 'message-arrived', conversationId: 'k2', message: message('x', 'k2') as Message});
    const region = thread.find('[role=status]')!;
    expect(region.textContent).to.equal('');
    inbox.tell({type: 'message-arrived', conversationId: 'k1', message: message('y', 'k1', {body: text('Hello there')}) as Message});
    expect(region.textContent).to.equal('Contact k1: Hello there');
    expect(region.children.length).to.equal(1);
  });

  it('moves through the messages with the arrow keys', async () => {
    const thread = await mountThread(talkingInbox(numbered(5)));
    thread.message('000004').focus();
    await sendKeys({press: 'ArrowUp'});
    expect(thread.thread.shadowRoot!.activeElement === thread.message('000003')).to.equal(true);
    await sendKeys({press: 'Home'});
    await thread.settle();
    expect(thread.thread.shadowRoot!.activeElement === thread.message('000000')).to.equal(true);
    expect(thread.messages.filter((row) => row.tabIndex === 0).length).to.equal(1);
  });

  it('stops following the inbox once removed', async () => {
    const inbox = talkingInbox(numbered(3));
    const thread = await mountThread(inbox);
    thread.element.remove();
    let updates = 0;
    thread.element.requestUpdate = () => void updates++;
    inbox.putThread('k1', numbered(4));
    await inbox.settle();
    expect(updates).to.equal(0);
  });
});
