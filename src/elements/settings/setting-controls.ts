import {html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {selectBox} from '../../templates/select-box.js';

/** A line with a switch at its end. */
export function switchLine(label: string, on: boolean, change: (on: boolean) => void): TemplateResult {
  return html`<label class="setting"><span>${label}</span>
    <input class="switch" type="checkbox" role="switch" aria-checked=${on} .checked=${live(on)}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} /></label>`;
}

/** A line with a list to choose from at its end. @param options value and words. */
export function selectLine(label: string, options: readonly (readonly [string, string])[], value: string, change: (value: string) => void): TemplateResult {
  return html`<label class="setting"><span>${label}</span>
    ${selectBox(html`<select class="field" @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
      ${options.map(([key, text]) => html`<option value=${key} .selected=${live(key === value)}>${text}</option>`)}
    </select>`)}</label>`;
}

export function checkLine(label: string, on: boolean, change: (on: boolean) => void): TemplateResult {
  return html`<label class="check">
    <input type="checkbox" .checked=${live(on)} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} /><span>${label}</span></label>`;
}
