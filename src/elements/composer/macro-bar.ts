import {html, nothing, type TemplateResult} from 'lit';
import type {Macro} from '../../contract/index.js';
import type {WritingMessages} from '../../i18n/areas/writing.js';
import {icon} from '../../templates/icon.js';

/** Asks before a macro is run: it may write to the customer, and an Enter that chose it must not be the one that sends. */
export const macroBar = ({name, description}: Macro, m: WritingMessages, run: () => void, cancel: () => void): TemplateResult => html`
  <div class="bar macro" role="group" aria-label=${m.runMacro(name)} @keydown=${(event: KeyboardEvent) => {
    // The key that chose it may still be down.
    if (event.repeat && event.key === 'Enter') event.preventDefault();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  }}>
    ${icon('lightning')}
    <p><strong>${m.runMacro(name)}</strong> ${description ? html`<bdi>${description}</bdi>` : nothing}</p>
    <span class="bar-actions">
      <button type="button" class="link run" @click=${run}>${m.run}</button>
      <button type="button" class="link" @click=${cancel}>${m.cancel}</button>
    </span>
  </div>
`;
