import {html, nothing, type TemplateResult} from 'lit';
import type {Locale} from '../../i18n/locale.js';
import {threadNews} from '../../i18n/locales/en/thread-news.js';
import type {Present, Typist} from '../../store/state.js';
import {icon} from '../../templates/icon.js';

export interface LiveStrip {
  readonly typists: readonly Typist[];
  readonly present: readonly Present[];
  /** Messages below what is seen; undefined: the newest is in view. */
  readonly below: number | undefined;
  readonly offline: boolean;
  /** What waits for the connection. */
  readonly unsent: number;
  readonly locale: Locale;
  readonly onLatest: () => void;
  readonly onRetry: () => void;
}

function typing({typists, present, locale}: LiveStrip): string | undefined {
  const {threadNews: thread = threadNews, list} = locale.messages;
  const names = typists.map(({author}) => author.name ?? thread.somebody);
  if (names.length > 1) return thread.areTyping(locale.format.list(names));
  const [typist] = typists;
  if (typist) return typist.kind === 'note' ? thread.isNoting(names[0] ?? '') : thread.isTyping(names[0] ?? '');
  const writer = present.find(({doing}) => doing !== 'viewing');
  if (!writer) return undefined;
  return writer.doing === 'noting' ? thread.isNoting(writer.agent.name) : list.isReplying(writer.agent.name);
}

function viewing({present, locale}: LiveStrip): string | undefined {
  const {threadNews: thread = threadNews} = locale.messages;
  const names = present.filter(({doing}) => doing === 'viewing').map(({agent}) => agent.name);
  if (names.length === 0) return undefined;
  return names.length === 1 ? thread.isViewing(names[0] ?? '') : thread.areViewing(locale.format.list(names));
}

/** The line between messages and composer: always there, so that nothing moves when it has something to say. */
export function liveStrip(strip: LiveStrip): TemplateResult {
  const {threadNews: thread = threadNews} = strip.locale.messages;
  if (strip.offline) {
    return html`<div class="strip">
      <p class="offline truncate" role="status">
        ${icon('wifi-slash', {size: 14})}<strong>${thread.offline}</strong>
        <span class="truncate">${thread.offlineText(strip.unsent)}</span>
      </p>
      <button class="link" type="button" @click=${strip.onRetry}>${thread.tryNow}</button>
    </div>`;
  }
  const start = typing(strip);
  const end = viewing(strip);
  return html`<div class="strip">
    <p class="typing truncate">${start ? html`<span class="dots" aria-hidden="true"></span><span class="truncate">${start}</span>` : nothing}</p>
    ${strip.below === undefined
      ? nothing
      : html`<button class="pill" part="new-messages" type="button" @click=${strip.onLatest}>
          ${icon('arrow-down', {size: 14})}<bdi>${strip.below > 0 ? thread.newMessages(strip.below) : thread.latest}</bdi>
        </button>`}
    <p class="viewing truncate">${end ? html`${icon('eye', {size: 14})}<span class="truncate">${end}</span>` : nothing}</p>
  </div>`;
}
