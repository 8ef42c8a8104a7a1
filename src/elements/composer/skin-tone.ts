import {html, type TemplateResult} from 'lit';
import type {EmojiMessages} from '../../i18n/areas/emoji.js';
import {selectBox} from '../../templates/select-box.js';

/** Empty: the yellow that an emoji has by itself. */
export const skinTones = ['', '\u{1F3FB}', '\u{1F3FC}', '\u{1F3FD}', '\u{1F3FE}', '\u{1F3FF}'] as const;

const takesTone = /\p{Emoji_Modifier_Base}\uFE0F?/gu;

/** An emoji of one person in a skin tone. Those of several people, where it is not clear whose tone it would be, stay as they are. */
export const toned = (emoji: string, tone: string): string =>
  tone && emoji.match(takesTone)?.length === 1 ? emoji.replace(takesTone, (base) => base.replace('\uFE0F', '') + tone) : emoji;

export const skinToneChoice = (tone: string, m: EmojiMessages, choose: (tone: string) => void): TemplateResult => selectBox(html`
  <select class="field skin-tone" aria-label=${m.skinTone} title=${m.skinTone} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
    ${skinTones.map((each, index) => html`<option value=${each} ?selected=${each === tone} aria-label=${m.skinTones[index] ?? each}>${toned('✋', each)}</option>`)}
  </select>`);
