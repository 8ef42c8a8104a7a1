import {html, type TemplateResult} from 'lit';
import type {Locale} from '../../i18n/locale.js';
import {messageMenu as english} from '../../i18n/locales/en/message-menu.js';
import type {Editing} from './message-menu.js';

/** The field in which a message is changed, in the place of its words. */
export function editor({text, enterSaves, change, save, cancel}: Editing, {messages}: Locale): TemplateResult {
  const m = messages.messageMenu ?? english;
  const onInput = (event: Event) => {
    const field = event.target as HTMLTextAreaElement;
    field.parentElement?.setAttribute('data-text', `${field.value}\u200b`);
    change(field.value);
  };
  const onKeydown = (event: KeyboardEvent) => {
    // The keys of the thread are not for those who write.
    event.stopPropagation();
    // 229: the key belongs to an input method, also right after its composition has ended.
    if (event.isComposing || event.keyCode === 229) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && (isCommand || (enterSaves && !event.shiftKey && !event.altKey)) && !event.repeat) save();
    else return;
    event.preventDefault();
  };
  return html`
    <div class="editor">
      <div class="grow" data-text=${`${text}\u200b`}>
        <textarea rows="1" dir="auto" aria-label=${m.editField} .value=${text} @input=${onInput} @keydown=${onKeydown}></textarea>
      </div>
      <div class="editor-buttons">
        <button type="button" class="button button--primary" @click=${save}>${m.save}</button>
        <button type="button" class="link" @click=${cancel}>${m.cancel}</button>
      </div>
    </div>
  `;
}
