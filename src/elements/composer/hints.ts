import {html, nothing, type TemplateResult} from 'lit';
import {sending} from '../../i18n/locales/en/sending.js';
import type {SpokenMessages} from '../../i18n/messages.js';
import type {Draft} from '../../store/draft.js';
import {isEmptyDraft} from '../../store/selectors.js';

export interface Hints {
  readonly draft: Draft | undefined;
  /** UTF-16 code units the backend takes. */
  readonly max: number;
  readonly elsewhere: boolean;
  /** Whether the browser has the draft; undefined while it is being written. */
  readonly kept: 'saved' | 'notKept' | undefined;
  readonly messages: SpokenMessages;
}

/** Characters left near the end of what the backend takes. */
const near = (max: number): number => Math.min(200, max / 10);

/** What stands before the send button: where the draft is, or how much more fits into it. */
export function hints({draft, max, elsewhere, kept, messages: {sending: m = sending}}: Hints): TemplateResult {
  const text = draft?.text ?? '';
  const left = max - text.length;
  const count = !text || left > near(max) ? nothing : left < 0 ? m.charactersOver(-left) : m.charactersLeft(left);
  const state = elsewhere ? m.elsewhere : !isEmptyDraft(draft) && count === nothing && kept ? m[kept] : nothing;
  return html`
    <span class="hint truncate" ?data-elsewhere=${elsewhere}>${state}</span>
    <span class="hint" id="count" role="status" ?data-over=${left < 0}>${count}</span>
  `;
}
