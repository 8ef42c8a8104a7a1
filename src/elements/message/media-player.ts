import {html, type TemplateResult} from 'lit';
import type {Attachment} from '../../model/index.js';

export const isVideo = ({mime}: Attachment): boolean => mime.startsWith('video/');

export const isPlayed = (file: Attachment): boolean => isVideo(file) || file.mime.startsWith('audio/');

/** The browser's own controls; their box has its size from the style. Nothing is fetched before it is played. */
export function mediaPlayer(file: Attachment, href: string, {autoplay = false}: {readonly autoplay?: boolean} = {}): TemplateResult {
  return isVideo(file)
    ? html`<video controls playsinline preload="none" src=${href} aria-label=${file.name} ?autoplay=${autoplay}></video>`
    : html`<audio controls preload="none" src=${href} aria-label=${file.name} ?autoplay=${autoplay}></audio>`;
}
