import {define} from '../../internal/define.js';
import type {Attachment} from '../../model/index.js';
import {shownPictures, type AttachmentsView} from '../message/attachments.js';
import {sourceOf} from '../message/file-source.js';
import type {LoopMessage} from '../message/loop-message.js';
import {LoopLightbox, type LightboxPicture} from './loop-lightbox.js';

/**
 * Opens one picture in full, with the way to the others of its thread.
 *
 * @param opener inside a message; gets the focus back.
 */
export async function openLightbox(opener: HTMLElement, file: Attachment, {message, inbox, locale, origins}: AttachmentsView): Promise<void> {
  define('loop-lightbox', LoopLightbox);
  const row = (opener.getRootNode() as ShadowRoot).host as LoopMessage;
  const root = row.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const pictures = [...root.querySelectorAll('loop-message')].flatMap(({message: each, once, trusted}): LightboxPicture[] =>
    each ? shownPictures({message: each, inbox, origins, allowed: once || trusted}).map((one) => ({file: one, source: sourceOf(one, each, inbox)})) : [],
  );
  const lightbox = document.createElement('loop-lightbox');
  Object.assign(lightbox, {pictures, inbox, locale, index: Math.max(0, pictures.findIndex((each) => each.file === file && message.attachments.includes(file)))});
  root.append(lightbox);
  await lightbox.show();
  lightbox.addEventListener('close', () => {
    lightbox.remove();
    opener.focus();
  });
}
