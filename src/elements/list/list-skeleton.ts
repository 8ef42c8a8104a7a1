import {html, type TemplateResult} from 'lit';
import {bone} from '../../templates/skeleton.js';

/** Boxes of real rows where rows will be. */
export const listSkeleton = (label: string): TemplateResult => html`
  <div class="skeleton" role="img" aria-label=${label}>
    ${Array.from(
      {length: 8},
      (_, index) => html`<div class="row"><div class="row-facts">
        <span class="row-channel">${bone('bone-mark')}</span><span class="row-name">${bone(`bone-${index % 3}`)}</span>
        <span class="row-time">${bone('bone-time')}</span><span class="row-preview">${bone(`bone-${(index + 1) % 3}-long`)}</span>
        <span class="row-meta">${bone('bone-short')}</span><span class="row-end">${bone('bone-face')}</span>
      </div></div>`,
    )}
  </div>
`;
