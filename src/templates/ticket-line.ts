import {html, nothing, type TemplateResult} from 'lit';
import {safeLink} from '../internal/url-policy.js';
import type {Ticket} from '../model/index.js';
import {icon} from './icon.js';

/** A ticket with its number, title and status; a link where the backend says where it is. @param opensOutside what its tooltip says. */
export function ticketLine({number, title, status, open, url}: Ticket, opensOutside: string): TemplateResult {
  const href = safeLink(url);
  const words = html`${icon('ticket', {size: 14})}<span class="truncate" dir="auto">${number ? html`<bdi>${number}</bdi> ` : nothing}<bdi>${title}</bdi></span>
    <bdi class="badge" ?data-open=${open}>${status}</bdi>`;
  return href
    ? html`<a class="line" href=${href} target="_blank" rel="noopener noreferrer" title=${opensOutside}>${words}</a>`
    : html`<span class="line">${words}</span>`;
}
