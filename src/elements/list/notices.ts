import {html, nothing, type TemplateResult} from 'lit';
import type {ListMessages} from '../../i18n/areas/list.js';
import {icon} from '../../templates/icon.js';

export interface Notices {
  readonly words: ListMessages;
  readonly stale: boolean;
  /** Rows that wait above. */
  readonly fresh: number;
  readonly onFocusOut: (event: FocusEvent) => void;
  readonly onLetIn: () => void;
}

/** What stands over the rows: that they may be out of date, and that new ones wait. */
export const notices = ({words, stale, fresh, onFocusOut, onLetIn}: Notices): TemplateResult => html`
  ${stale ? html`<p class="stale">${words.stale}</p>` : nothing}
  ${fresh > 0
    ? html`<button class="button button--primary fresh" type="button" @focusout=${onFocusOut} @click=${onLetIn}>
        ${icon('arrow-down', {size: 14})}<bdi>${words.fresh(fresh)}</bdi>
      </button>`
    : nothing}
`;
