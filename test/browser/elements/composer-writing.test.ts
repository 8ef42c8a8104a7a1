import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import type {Agent, CannedReply, Macro} from '../../../src/contract/index.js';
import {chord, composedEnter, mountComposer, writingInbox, type ComposerHarness} from '../../support/composer-harness.js';
import type {FakeInbox} from '../../support/fake-inbox.js';

const replies: readonly CannedReply[] = [
  {id: 'r1', shortcut: 'refund', body: {format: 'text', value: 'The refund of {amount} is on its way.'}},
  {id: 'r2', shortcut: 'return', body: {format: 'html', value: '<p>Your <b>label</b> is attached.</p>'}},
];
const macros: readonly Macro[] = [{id: 'close', name: 'Refuse and close', description: 'Tags it and writes to the customer.'}];
const agents: readonly Agent[] = [
  {id: 'me', name: 'Lena Brandt'},
  {id: 'claire', name: 'Claire Dubois', email: 'claire@desk.example'},
  {id: 'clemens', name: 'Clemens Maier'},
];

/** An inbox that finds canned replies, macros and colleagues. */
function helpfulInbox(): FakeInbox {
  const inbox = writingInbox();
  inbox.answers.canned = (text: string) => Promise.resolve(replies.filter(({shortcut}) => shortcut.startsWith(text)));
  inbox.answers.macros = () => Promise.resolve(macros);
  inbox.answers.agents = (text: string) => Promise.resolve(agents.filter(({name}) => name.toLowerCase().includes(text.toLowerCase())));
  return inbox;
}

const list = (it: ComposerHarness) => it.find('[role=listbox]')!;
const isOpen = (it: ComposerHarness) => list(it).matches(':popover-open');
const options = (it: ComposerHarness) => [...list(it).querySelectorAll<HTMLElement>('[role=option]')].map((option) => option.innerText.replace(/\s+/g, ' ').trim());
const active = (it: ComposerHarness) => list(it).querySelector<HTMLElement>('[aria-selected=true]')?.id;

async function typed(text: string, kind: 'reply' | 'note' = 'reply', inbox = helpfulInbox()): Promise<ComposerHarness> {
  const it = await mountComposer(inbox);
  if (kind === 'note') inbox.commands.compose('k1', 'note');
  await it.settle();
  it.element.focus();
  await sendKeys({type: text});
  await it.settle();
  return it;
}

/** With '/order' inserted, which asks for things that nobody knows, and for one that somebody does. */
async function withGaps(): Promise<ComposerHarness> {
  const inbox = helpfulInbox();
  const order: CannedReply = {
    id: 'r3',
    shortcut: 'order',
    body: {format: 'text', value: 'Dear {contact.name}, {product} arrives on {day}, as {{ Agent.Name }} said.'},
  };
  inbox.answers.canned = () => Promise.resolve([order]);
  const it = await typed('/order', 'reply', inbox);
  await sendKeys({press: 'Enter'});
  await it.settle();
  return it;
}
const selected = ({input}: ComposerHarness) => input.value.slice(input.selectionStart, input.selectionEnd);
const marked = (it: ComposerHarness) => [...it.element.shadowRoot!.querySelectorAll('mark')].map(({textContent}) => textContent);

describe('gaps of a canned reply', () => {
  it('are filled where it is known what belongs there; the others are marked where they stand', async () => {
    const it = await withGaps();
    expect(it.input.value).to.equal('Dear Marta Kowalczyk, {product} arrives on {day}, as Lena Brandt said.');
    expect(marked(it)).to.deep.equal(['{product}', '{day}']);
    expect(it.find('.gap-marks')!.textContent).to.equal(`${it.input.value}\u200b`);
    const [text, marks] = [it.input.getBoundingClientRect(), it.find('.gap-marks')!.getBoundingClientRect()];
    expect([marks.left, marks.top, marks.width, marks.height]).to.deep.equal([text.left, text.top, text.width, text.height]);
    await expect(it.element).to.be.accessible();
  });

  it('are reached by Tab, one after the other, both ways; after the last one Tab leaves the field', async () => {
    const it = await withGaps();
    expect(selected(it)).to.equal('{product}');
    await sendKeys({press: 'Tab'});
    expect(selected(it)).to.equal('{day}');
    await chord('Shift', 'Tab');
    expect(selected(it)).to.equal('{product}');
    await sendKeys({type: 'A tent'});
    await sendKeys({press: 'Tab'});
    await sendKeys({type: 'Friday'});
    await it.settle();
    expect(it.input.value).to.contain('A tent arrives on Friday,');
    expect(it.find('.gap-marks')).to.equal(null);
    await sendKeys({press: 'Tab'});
    expect(it.element.shadowRoot!.activeElement).to.not.equal(it.input);
    it.element.focus();
    await sendKeys({press: 'Enter'});
    expect(it.sent()).to.have.length(1);
  });

  it('are asked about before they are sent, however often Enter is pressed, and leave when the agent says so', async () => {
    const it = await withGaps();
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.sent()).to.deep.equal([]);
    expect(it.find('.gap-bar [role=alert]')!.textContent).to.equal('{product} and one more gap are still open.');
    expect(selected(it)).to.equal('{product}');
    await expect(it.element).to.be.accessible();
    it.button('Fill it in').click();
    expect(selected(it)).to.equal('{product}');
    expect(it.element.shadowRoot!.activeElement).to.equal(it.input);
    it.button('Send anyway').click();
    await it.settle();
    expect(it.sent()).to.deep.equal([['k1', 'reply', 'Dear Marta Kowalczyk, {product} arrives on {day}, as Lena Brandt said.']]);
    expect(it.find('.gap-bar')).to.equal(null);
  });

  it('are asked about where they are: another conversation does not answer', async () => {
    const it = await withGaps();
    await sendKeys({press: 'Enter'});
    await it.settle();
    it.element.conversationId = 'k2';
    await it.settle();
    expect(it.find('.gap-bar')).to.equal(null);
    expect(it.find('.gap-marks')).to.equal(null);
  });

  it('are none when the agent wrote the braces', async () => {
    const it = await typed('Type {x} there');
    await sendKeys({press: 'Enter'});
    expect(it.sent()).to.deep.equal([['k1', 'reply', 'Type {x} there']]);
  });
});

describe('the signature in <loop-composer>', () => {
  it('is seen before a mail is sent, and nowhere else', async () => {
    const it = await mountComposer();
    it.inbox.commit((state) => (state.choices = {...state.choices, signature: 'Lena\nRepairs'}));
    await it.settle();
    const signature = it.find('.signature')!;
    expect(signature.textContent).to.equal('Lena\nRepairs');
    expect(Math.round(signature.clientHeight / Number.parseFloat(getComputedStyle(signature).lineHeight))).to.equal(2);
    await expect(it.element).to.be.accessible();
    it.inbox.commands.compose('k1', 'note');
    await it.settle();
    expect(it.find('.signature')).to.equal(null);
    it.element.conversationId = 'k2';
    await it.settle();
    expect(it.find('.signature')).to.equal(null);
  });
});

describe('suggestions in <loop-composer>', () => {
  it('pass the accessibility audit while they are shown, and tell the field which one is chosen', async () => {
    const it = await typed('Hello /re');
    expect(isOpen(it)).to.equal(true);
    await expect(it.element).to.be.accessible();
    expect(it.input.getAttribute('aria-controls')).to.equal(list(it).id);
    expect(it.input.getAttribute('aria-activedescendant')).to.equal(active(it));
    expect(it.element.shadowRoot!.activeElement).to.equal(it.input);
    await sendKeys({press: 'Escape'});
    await it.settle();
    expect(it.input.hasAttribute('aria-activedescendant')).to.equal(false);
  });

  it('are canned replies and macros after a slash at the start of a word, and fewer with each letter', async () => {
    const it = await typed('/re');
    expect(options(it)).to.deep.equal([
      '/refund The refund of {amount} is on its way.',
      '/return Your label is attached.',
      'Refuse and close Tags it and writes to the customer.',
    ]);
    await sendKeys({type: 't'});
    await it.settle();
    expect(options(it)).to.deep.equal(['/return Your label is attached.']);
  });

  it('are shown for what was typed before the backend has said what it has', async () => {
    const inbox = helpfulInbox();
    const {session} = inbox.state;
    inbox.commit((state) => (state.session = undefined));
    const it = await typed('/re', 'reply', inbox);
    expect(inbox.called('canned')).to.deep.equal([]);
    inbox.commit((state) => (state.session = session));
    await it.settle();
    await it.settle();
    expect(isOpen(it)).to.equal(true);
  });

  it('are not shown inside a word, in a path or a date', async () => {
    const it = await typed('and/re 1/re');
    expect(it.inbox.called('canned')).to.deep.equal([]);
    await sendKeys({type: ' /re/fund'});
    await it.settle();
    expect(isOpen(it)).to.equal(false);
  });

  it('stand above the composer and cover nothing of it', async () => {
    const it = await mountComposer(helpfulInbox());
    it.element.style.marginTop = '400px';
    it.element.focus();
    await sendKeys({type: '/re'});
    await it.settle();
    // Where it stands comes with a file of its own.
    for (let tries = 0; tries < 200 && list(it).style.top === ''; tries++) await new Promise(requestAnimationFrame);
    expect(list(it).getBoundingClientRect().bottom).to.be.at.most(it.find('.composer')!.getBoundingClientRect().top);
  });

  for (const key of ['Enter', 'Tab'])
    it(`are inserted by ${key}, which does not send, with the first gap selected`, async () => {
      const it = await typed('Hello /refu');
      await sendKeys({press: key});
      await it.settle();
      expect(it.input.value).to.equal('Hello The refund of {amount} is on its way.');
      expect(it.input.value.slice(it.input.selectionStart, it.input.selectionEnd)).to.equal('{amount}');
      expect(it.draft('k1', 'reply')).to.equal(it.input.value);
      expect(it.sent()).to.deep.equal([]);
      expect(isOpen(it)).to.equal(false);
    });

  it('are chosen by arrows, round the ends', async () => {
    const it = await typed('/re');
    await sendKeys({press: 'ArrowUp'});
    await it.settle();
    expect(active(it)).to.equal('suggestion-2');
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowDown'});
    await it.settle();
    expect(active(it)).to.equal('suggestion-1');
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.input.value).to.equal('Your label is attached.');
  });

  it('are chosen by a click, and the focus stays in the field', async () => {
    const it = await mountComposer(helpfulInbox());
    it.element.style.marginTop = '300px';
    it.element.focus();
    await sendKeys({type: '/re'});
    await it.settle();
    for (let tries = 0; tries < 200 && list(it).style.top === ''; tries++) await new Promise(requestAnimationFrame);
    const {left, top, height} = list(it).querySelectorAll('[role=option]')[1]!.getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.round(left + 20), Math.round(top + height / 2)]});
    await it.settle();
    expect(it.input.value).to.equal('Your label is attached.');
    expect(it.element.shadowRoot!.activeElement).to.equal(it.input);
  });

  it('go with Escape and stay away until another word begins', async () => {
    const it = await typed('/re');
    await sendKeys({press: 'Escape'});
    await sendKeys({type: 'f'});
    await it.settle();
    expect(isOpen(it)).to.equal(false);
    await sendKeys({type: ' /re'});
    await it.settle();
    expect(isOpen(it)).to.equal(true);
  });

  it('that are still on their way hold Enter back: it inserts the first one when it comes, and never sends', async () => {
    const inbox = helpfulInbox();
    let answer: (found: readonly CannedReply[]) => void = () => undefined;
    inbox.answers.canned = () => new Promise<readonly CannedReply[]>((resolve) => (answer = resolve));
    const it = await typed('/refund', 'reply', inbox);
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.sent()).to.deep.equal([]);
    answer(replies);
    await it.settle();
    expect(it.input.value).to.contain('The refund');
    expect(it.sent()).to.deep.equal([]);
  });

  it('leave Enter alone where nothing fits', async () => {
    const it = await typed('/unheard');
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.sent()).to.deep.equal([['k1', 'reply', '/unheard']]);
  });

  it('are not there where the backend has neither canned replies nor macros', async () => {
    const inbox = helpfulInbox();
    inbox.commit((state) => (state.session = state.session && {...state.session, features: new Set()}));
    const it = await typed('/re', 'reply', inbox);
    expect(isOpen(it)).to.equal(false);
    expect(() => it.button('Canned replies and macros')).to.throw();
    expect(inbox.called('canned')).to.deep.equal([]);
  });

  it('are opened by the button too', async () => {
    const it = await typed('Hello');
    it.button('Canned replies and macros').click();
    await it.settle();
    expect(it.input.value).to.equal('Hello /');
    expect(options(it)).to.have.length(3);
  });

  it('belong to their conversation: another one closes them', async () => {
    const it = await typed('/re');
    it.element.conversationId = 'k2';
    await it.settle();
    expect(isOpen(it)).to.equal(false);
  });
});

describe('a macro', () => {
  async function chosen(): Promise<ComposerHarness> {
    const it = await typed('/refuse');
    await sendKeys({press: 'Enter'});
    await it.settle();
    return it;
  }

  it('is not run by the Enter that chose it, but asks, and says what it does', async () => {
    const it = await chosen();
    expect(it.inbox.called('runMacro')).to.deep.equal([]);
    expect(it.input.value).to.equal('');
    expect(it.text()).to.contain('Run “Refuse and close”?').and.to.contain('Tags it and writes to the customer.');
    await expect(it.element).to.be.accessible();
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.inbox.called('runMacro')).to.deep.equal([['close', 'k1']]);
    expect(it.element.shadowRoot!.activeElement).to.equal(it.input);
  });

  it('is let be with Escape', async () => {
    const it = await chosen();
    await sendKeys({press: 'Escape'});
    await it.settle();
    expect(it.text()).not.to.contain('Run “Refuse');
    expect(it.inbox.called('runMacro')).to.deep.equal([]);
  });

  it('does not follow into another conversation', async () => {
    const it = await chosen();
    it.element.conversationId = 'k2';
    await it.settle();
    expect(it.text()).not.to.contain('Run “Refuse');
  });

  it('that may not be run here says why, and is not chosen', async () => {
    const inbox = helpfulInbox();
    inbox.commit((state) => state.conversations.put('k1', {...state.conversations.get('k1')!, deny: {macro: 'Macros are off for this customer.'}}));
    const it = await typed('/refuse', 'reply', inbox);
    expect(options(it)).to.deep.equal(['Refuse and close Macros are off for this customer.']);
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.input.value).to.equal('/refuse');
    expect(it.sent()).to.deep.equal([]);
  });
});

describe('a mention', () => {
  it('is offered in a note, without oneself, and goes into the draft', async () => {
    const it = await typed('Ask @cl', 'note');
    expect(options(it)).to.deep.equal(['Claire Dubois claire@desk.example', 'Clemens Maier']);
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.input.value).to.equal('Ask @Claire Dubois ');
    expect(it.inbox.called('setDraft').map(([, , change]) => (change as {named?: unknown}).named).filter(Boolean)).to.deep.equal([{claire: 'Claire Dubois'}]);
    expect(isOpen(it)).to.equal(false);
    expect(it.sent()).to.deep.equal([]);
  });

  it('is nothing in a reply: an @ is an @', async () => {
    const it = await typed('Ask @cl');
    expect(isOpen(it)).to.equal(false);
    expect(it.inbox.called('agents')).to.deep.equal([]);
    await sendKeys({press: 'Enter'});
    expect(it.sent()).to.deep.equal([['k1', 'reply', 'Ask @cl']]);
  });

  it('of somebody with one name does not look for them again after the blank', async () => {
    const inbox = helpfulInbox();
    inbox.answers.agents = () => Promise.resolve([{id: 'ann', name: 'Ann'}]);
    const it = await typed('@an', 'note', inbox);
    await sendKeys({press: 'Tab'});
    await it.settle();
    expect(it.input.value).to.equal('@Ann ');
    await sendKeys({press: 'Enter'});
    expect(it.sent().map(([, kind, text]) => [kind, text])).to.deep.equal([['note', '@Ann']]);
  });
});

describe('a colon', () => {
  it('and two letters suggest emoji', async () => {
    const it = await typed('Done :tad');
    for (let tries = 0; tries < 500 && !isOpen(it); tries++) await new Promise(requestAnimationFrame);
    expect(options(it)[0]).to.contain('party popper');
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.input.value).to.equal('Done 🎉');
    expect(it.sent()).to.deep.equal([]);
  });
});

describe('the emoji picker', () => {
  async function opened(inbox = helpfulInbox()): Promise<ComposerHarness> {
    const it = await typed('Good ', 'reply', inbox);
    it.button('Emoji').click();
    // Its code comes with a file of its own.
    for (let tries = 0; tries < 1000 && it.element.shadowRoot!.activeElement !== it.find('.emoji-search'); tries++) await new Promise(requestAnimationFrame);
    return it;
  }
  const chosen = (it: ComposerHarness) => it.find(`#${it.find('.emoji-search')!.getAttribute('aria-activedescendant')}`)?.getAttribute('aria-label');

  it('passes the accessibility audit', async () => {
    const it = await opened();
    // The whole grid is more of the same, and would take the audit seconds.
    await sendKeys({type: 'heart'});
    await it.settle();
    await expect(it.element).to.be.accessible();
  });

  it('is searched, moved in by arrows, and inserts at the caret; what was used last comes first', async () => {
    const it = await opened();
    expect(chosen(it)).to.equal('grinning face');
    await sendKeys({press: 'ArrowRight'});
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowLeft'});
    await sendKeys({press: 'ArrowUp'});
    await it.settle();
    expect(chosen(it)).to.equal('grinning face');
    await sendKeys({type: 'party pop'});
    await it.settle();
    expect(chosen(it)).to.equal('party popper');
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.input.value).to.equal('Good 🎉');
    expect(it.sent()).to.deep.equal([]);
    expect(it.element.shadowRoot!.activeElement).to.equal(it.input);
    expect(it.inbox.called('choose')).to.deep.equal([[{recentEmoji: ['🎉']}]]);
  });

  it('begins with those used last', async () => {
    const inbox = helpfulInbox();
    inbox.commit((state) => (state.choices = {...state.choices, recentEmoji: ['👍️', '🎉', 'no emoji']}));
    const it = await opened(inbox);
    expect([...it.find('[role=rowgroup]')!.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent)).to.deep.equal(['👍️', '🎉']);
  });

  it('has a skin tone that is remembered, for people alone, also after a colon', async () => {
    const inbox = helpfulInbox();
    inbox.answers.choose = (change: object) => inbox.commit((state) => (state.choices = {...state.choices, ...change}));
    const it = await opened(inbox);
    const tone = it.find('.skin-tone') as HTMLSelectElement;
    tone.value = '\u{1F3FD}';
    tone.dispatchEvent(new Event('change', {bubbles: true}));
    await it.settle();
    expect(it.element.shadowRoot!.activeElement).to.equal(it.find('.emoji-search'));
    await sendKeys({type: 'waving hand'});
    await it.settle();
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.input.value).to.equal('Good 👋🏽');
    expect(inbox.state.choices).to.include({skinTone: '\u{1F3FD}'}).and.to.deep.include({recentEmoji: ['👋']});
    await sendKeys({type: ' :thumbs_u'});
    await it.settle();
    expect(options(it)[0]).to.contain('👍🏽');
  });

  it('says that nothing fits, and then Enter does nothing', async () => {
    const it = await opened();
    await sendKeys({type: 'qqqq'});
    await sendKeys({press: 'Enter'});
    await it.settle();
    expect(it.text()).to.contain('No emoji fits.');
    await sendKeys({press: 'Escape'});
    await it.settle();
    expect(it.input.value).to.equal('Good ');
  });
});

describe('marks', () => {
  it('are put on what is selected by keys, and taken away again', async () => {
    const it = await typed('very good');
    it.input.setSelectionRange(5, 9);
    await chord('Control', 'b');
    await it.settle();
    expect(it.input.value).to.equal('very **good**');
    expect(it.input.value.slice(it.input.selectionStart, it.input.selectionEnd)).to.equal('good');
    await chord('Control', 'b');
    await it.settle();
    expect(it.input.value).to.equal('very good');
    await chord('Control', 'i');
    await it.settle();
    expect(it.draft('k1', 'reply')).to.equal('very _good_');
  });

  it('make a link of words that are selected; without any the key is the inbox’s search', async () => {
    const it = await typed('see here');
    let heard = 0;
    const count = (event: Event) => void (event.preventDefault(), heard++);
    it.element.addEventListener('keydown', count);
    await chord('Control', 'k');
    expect(it.input.value).to.equal('see here');
    const before = heard;
    expect(before).to.be.greaterThan(0);
    it.input.setSelectionRange(4, 8);
    await chord('Control', 'k');
    await it.settle();
    expect(it.input.value).to.equal('see [here](https://)');
    expect(it.input.value.slice(it.input.selectionStart, it.input.selectionEnd)).to.equal('https://');
  });

  it('are in a menu too, and the field has the focus again', async () => {
    const it = await typed('one');
    it.input.select();
    it.button('Format').click();
    await it.settle();
    await expect(it.element).to.be.accessible();
    [...it.find('.format')!.querySelectorAll('button')].find((button) => button.textContent!.includes('Numbered list'))!.click();
    await it.settle();
    expect(it.input.value).to.equal('1. one');
    expect(it.element.shadowRoot!.activeElement).to.equal(it.input);
  });

  it('are not offered where they would arrive as stars', async () => {
    const inbox = helpfulInbox();
    const {session} = inbox.state;
    inbox.commit((state) => (state.session = session && {...session, capabilities: {...session.capabilities, bodyFormats: ['text']}}));
    const it = await typed('plain', 'reply', inbox);
    it.input.select();
    await chord('Control', 'b');
    expect(it.input.value).to.equal('plain');
    expect(() => it.button('Format')).to.throw();
  });
});

describe('input methods', () => {
  const random = (seed: number) => () => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648);
  const composition = (type: string, data = '') => new CompositionEvent(type, {bubbles: true, composed: true, data});
  const typing = (isComposing: boolean) => new InputEvent('input', {bubbles: true, composed: true, isComposing});

  /** The Enter that takes a suggestion of the input method, in the order in which each engine tells of it. */
  const engines: Readonly<Record<string, (field: HTMLTextAreaElement, put: () => void) => void>> = {
    chromium: (field, put) => {
      field.dispatchEvent(composedEnter({isComposing: true, keyCode: 229}));
      put();
      field.dispatchEvent(typing(true));
      field.dispatchEvent(composition('compositionend'));
    },
    firefox: (field, put) => {
      field.dispatchEvent(composedEnter({isComposing: true, keyCode: 229}));
      put();
      field.dispatchEvent(composition('compositionend'));
      field.dispatchEvent(typing(false));
    },
    webkit: (field, put) => {
      put();
      field.dispatchEvent(typing(true));
      field.dispatchEvent(composition('compositionend'));
      field.dispatchEvent(composedEnter({keyCode: 229}));
    },
  };
  const words = ['/re', '日本', '@cl', 'かな', ':ta', 'ok ', '\n', '/refund', '한국'];

  for (const [engine, end] of Object.entries(engines))
    it(`never send early and never choose from the list, over 150 sequences in the order of ${engine}`, async () => {
      const it = await typed('');
      const next = random(engine.length * 7919);
      for (let round = 0; round < 150; round++) {
        const kind = next() < 0.5 ? 'reply' : 'note';
        it.inbox.commands.compose('k1', kind);
        await it.settle();
        it.element.focus();
        const field = it.input;
        const before = Array.from({length: 1 + Math.floor(next() * 3)}, () => words[Math.floor(next() * words.length)]).join('');
        field.value = before;
        field.setSelectionRange(before.length, before.length);
        field.dispatchEvent(typing(false));
        if (next() < 0.7) await it.settle();
        field.dispatchEvent(composition('compositionstart'));
        const added = words[Math.floor(next() * words.length)] ?? '';
        end(field, () => field.setRangeText(added, before.length, field.value.length, 'end'));
        expect(field.value, `round ${round}`).to.equal(before + added);
        expect(it.sent(), `round ${round}`).to.deep.equal([]);
        await it.settle();
        expect(it.input.value, `round ${round}, later`).to.equal(before + added);
      }
      it.inbox.commands.compose('k1', 'reply');
      it.write('k1', 'reply', 'Now');
      await it.settle();
      it.element.focus();
      it.input.dispatchEvent(composedEnter({keyCode: 13}));
      expect(it.sent()).to.deep.equal([['k1', 'reply', 'Now']]);
    }).timeout(20_000);
});

describe('the bottom line', () => {
  it('is one stop of the Tab key, the button that sends; arrows go among its tools, and Tab comes to that button again', async () => {
    const it = await typed('Hello');
    const controls = [...it.element.shadowRoot!.querySelectorAll<HTMLElement>('[role=toolbar] :is(.tools, .split) > button')];
    expect(controls.map((button) => button.getAttribute('aria-label') ?? button.textContent)).to.deep.equal(['Attach files', 'Emoji', 'Canned replies and macros', 'Format', 'Send', 'More ways to send']);
    const stops = () => controls.filter(({tabIndex}) => tabIndex === 0);
    expect(stops()).to.deep.equal([it.button('Send')]);
    await sendKeys({press: 'Tab'});
    expect(it.element.shadowRoot!.activeElement).to.equal(it.button('Send'));
    await sendKeys({press: 'ArrowRight'});
    expect(it.element.shadowRoot!.activeElement).to.equal(controls[5]);
    await sendKeys({press: 'Home'});
    expect(it.element.shadowRoot!.activeElement).to.equal(controls[0]);
    expect(stops()).to.deep.equal([controls[0]]);
    await chord('Shift', 'Tab');
    expect(it.element.shadowRoot!.activeElement).to.equal(it.input);
    expect(stops()).to.deep.equal([it.button('Send')]);
  });

  it('is one stop for a note too', async () => {
    const it = await typed('For the team', 'note');
    await sendKeys({press: 'Tab'});
    expect(it.element.shadowRoot!.activeElement).to.equal(it.button('Add note'));
    await expect(it.element).to.be.accessible();
  });
});
