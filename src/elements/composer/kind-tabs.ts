import {html, nothing, type TemplateResult} from 'lit';
import type {WrittenKind} from '../../contract/index.js';
import type {ComposerMessages} from '../../i18n/areas/composer.js';
import {icon} from '../../templates/icon.js';

export interface KindTabs {
  readonly kinds: readonly WrittenKind[];
  readonly selected: WrittenKind;
  readonly disabled: boolean;
  readonly messages: ComposerMessages;
  /** @param next where focus belongs afterwards: a click goes on to the field, arrows stay on the tabs. */
  readonly choose: (kind: WrittenKind, next: 'field' | 'tab') => void;
}

const mark = (kind: WrittenKind, selected: boolean): TemplateResult =>
  kind === 'reply'
    ? icon('arrow-bend-up-left', {size: 14, mirror: true})
    : icon(selected ? 'lock-simple-fill' : 'lock-simple', {size: 14});

/** Reply | Note: tabs, because each has a draft of its own. Only one of them: a label. */
export function kindTabs({kinds, selected, disabled, messages: m, choose}: KindTabs): TemplateResult {
  const word = (kind: WrittenKind) => (kind === 'reply' ? m.reply : m.note);
  if (kinds.length < 2) return html`<span class="kind">${mark(selected, true)}${word(selected)}</span>`;

  const onKeydown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = kinds.length - 1;
    const at = kinds.indexOf(selected);
    const isRtl = (event.currentTarget as Element).matches(':dir(rtl)');
    const to = {
      [isRtl ? 'ArrowLeft' : 'ArrowRight']: at === last ? 0 : at + 1,
      [isRtl ? 'ArrowRight' : 'ArrowLeft']: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    const kind = to === undefined ? undefined : kinds[to];
    if (!kind) return;
    event.preventDefault();
    event.stopPropagation();
    choose(kind, 'tab');
  };

  return html`
    <div class="tabs" role="tablist" aria-label=${m.kinds} @keydown=${onKeydown}>
      ${kinds.map(
        (kind) => html`
          <button type="button" role="tab" id="tab-${kind}" data-kind=${kind} aria-selected=${kind === selected} aria-controls=${kind === selected ? 'panel' : nothing}
            tabindex=${kind === selected ? 0 : -1} ?disabled=${disabled} @click=${() => choose(kind, 'field')}>
            ${mark(kind, kind === selected)}${word(kind)}
          </button>
        `,
      )}
    </div>
  `;
}
