import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {createMemoryAdapter} from '../../../src/adapters/memory/index.js';
import '../../../src/define/inbox.js';
import type {LoopInbox} from '../../../src/elements/inbox/loop-inbox.js';
import {smallDesk} from '../../support/desk.js';
import {deepActive, deepText, deepQuery} from '../../support/deep.js';
import '../../support/late-parts.js';
import {until} from '../../support/until.js';

/** An inbox with a backend of its own, until its list is there. */
async function mount(lang: string, conversation = ''): Promise<LoopInbox> {
  const box = document.createElement('div');
  Object.assign(box.style, {inlineSize: '1300px', blockSize: '700px'});
  const at = new Date().toISOString();
  const desk = smallDesk([1, 2, 3].map((n) => ({messages: [{id: `m${n}`, kind: 'incoming', text: `Hello ${n}`, at}]})));
  const adapter = createMemoryAdapter({data: desk});
  const element = await fixture<LoopInbox>(
    html`<loop-inbox lang=${lang} conversation-id=${conversation} .adapter=${adapter}></loop-inbox>`,
    {parentNode: box},
  );
  await until(() => deepText(element).includes('Customer 3'), 'the list is there');
  return element;
}

const says = (element: LoopInbox, words: string) =>
  until(() => deepText(element).includes(words), `says ${words}`);
const directionOf = (element: LoopInbox) => getComputedStyle(deepQuery(element, '.shell')!).direction;

describe('<loop-inbox> in another language', () => {
  it('passes the accessibility audit', async () => {
    const element = await mount('ar', 'k1');
    await says(element, 'إرسال');
    await expect(element).to.be.accessible();
  });

  it('says everything in it, from right to left', async () => {
    const element = await mount('ar', 'k1');
    for (const words of ['النشطة', 'المؤرشفة', 'الإشعارات', 'الأحدث أولًا', 'إرسال', 'ملاحظة', 'اليوم']) await says(element, words);
    expect(directionOf(element)).to.equal('rtl');
    const english = () => deepText(element).match(/\b(Active|Archived|Notifications|Support|Send|Reply|Note|Today|Newest)\b/g);
    await until(() => english() === null, 'nothing is said in English');
  });

  it('keeps conversation, draft and focus when it changes', async () => {
    const element = await mount('ar', 'k1');
    await until(() => deepQuery<HTMLTextAreaElement>(element, 'textarea')?.disabled === false, 'one can write');
    const field = deepQuery<HTMLTextAreaElement>(element, 'textarea')!;
    field.focus();
    await sendKeys({type: 'نعم, tomorrow'});
    element.lang = 'en';
    await says(element, 'Newest first');
    await says(element, 'Send');
    expect(directionOf(element)).to.equal('ltr');
    expect(element.conversationId).to.equal('k1');
    expect(field.value).to.equal('نعم, tomorrow');
    expect(deepActive()).to.equal(field);
    await sendKeys({type: '!'});
    expect(field.value).to.equal('نعم, tomorrow!');
  });

  it('stands beside one in English', async () => {
    const arabic = await mount('ar');
    const english = await mount('en');
    await says(arabic, 'النشطة');
    await says(english, 'Active');
    expect([directionOf(arabic), directionOf(english)]).to.deep.equal(['rtl', 'ltr']);
    expect(deepText(english)).not.to.match(/\p{Script=Arabic}/u);
  });

  it('keeps English times in their order in a page from right to left', async () => {
    const element = await mount('en-US');
    element.dir = 'rtl';
    await until(() => directionOf(element) === 'rtl', 'turns');
    const words = [...deepQuery(element, 'loop-list', 'time')!.childNodes].find((node) => node instanceof Text && node.data)!;
    const first = document.createRange();
    first.setStart(words, 0);
    first.setEnd(words, 1);
    const all = document.createRange();
    all.selectNode(words);
    expect(first.getBoundingClientRect().left).to.be.closeTo(all.getBoundingClientRect().left, 1);
  });
});
