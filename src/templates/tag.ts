import {html, type TemplateResult} from 'lit';
import type {Tag} from '../model/index.js';

/** Which of the six dots a tag gets: by its id, so that it is the same everywhere. A backend's own colour would miss a scheme. */
export function tagHue(id: string): 1 | 2 | 3 | 4 | 5 | 6 {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return ((sum % 6) + 1) as 1 | 2 | 3 | 4 | 5 | 6;
}

/** A tag as dot and word; the word carries the meaning. */
export const tagLabel = (tag: Tag): TemplateResult =>
  html`<span class="tag"><span class="dot dot-${tagHue(tag.id)}"></span><bdi>${tag.name}</bdi></span>`;
