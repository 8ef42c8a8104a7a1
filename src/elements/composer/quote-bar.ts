import {html, type TemplateResult} from 'lit';
import type {Id} from '../../contract/index.js';
import type {Locale} from '../../i18n/locale.js';
import {writing as english} from '../../i18n/locales/en/writing.js';
import {wordsOf} from '../../internal/plain-text.js';
import type {InboxState, ThreadMessage} from '../../store/state.js';
import {icon} from '../../templates/icon.js';
import {writerOf} from '../thread/people.js';

export interface QuoteBar {
  readonly state: InboxState;
  readonly conversationId: Id;
  /** The message that is answered. */
  readonly messageId: Id;
  readonly locale: Locale;
  /** Undefined where nothing shows the messages. */
  readonly show: (() => void) | undefined;
  readonly drop: () => void;
}

const find = ({state, conversationId, messageId}: QuoteBar): ThreadMessage | undefined =>
  [...(state.threads.get(conversationId)?.messages.values() ?? [])].find(({id}) => id === messageId);

/** Over the field: which message is answered, the way to it, and the way out. */
export function quoteBar(bar: QuoteBar): TemplateResult {
  const {state, locale, show, drop} = bar;
  const m = locale.messages.writing ?? english;
  const message = find(bar);
  const author = message && writerOf(message, state.session?.me.id, locale);
  const who = !message || author === undefined ? m.earlierMessage : message.kind === 'note' ? m.answersNote(author) : m.answers(author);
  const words = message ? (message.body.format === 'html' ? wordsOf(message.body.value) : message.body.value).slice(0, 200) : '';
  const inside = html`<span class="quote-who">${who}</span><span class="truncate" dir="auto">${words}</span>`;
  return html`<div class="quoted">
    ${icon('arrow-bend-up-left', {size: 14, mirror: true})}
    ${show ? html`<button type="button" class="quote-words" title=${m.showAnswered} @click=${show}>${inside}</button>` : html`<span class="quote-words">${inside}</span>`}
    <button type="button" class="icon-button" aria-label=${m.dropAnswer} title=${m.dropAnswer} @click=${drop}>${icon('x', {size: 14})}</button>
  </div>`;
}
