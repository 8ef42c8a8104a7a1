import type {Attachment} from '../../model/index.js';
import type {ThreadMessage} from '../../store/state.js';

/** px; a picture is fitted into it, and one of unknown size fills the smaller box. */
const largest = {width: 240, height: 180};
const unknown = {width: 120, height: 80};

/** Files that are listed: not those that stand inside the text. */
export const listedFiles = ({attachments, body}: ThreadMessage): readonly Attachment[] =>
  attachments.filter(({contentId}) => !(body.format === 'html' && contentId && body.value.includes(`cid:${contentId}`)));

/** Says itself a picture; whether its address is one that may be shown is another question. */
export const isDrawn = ({mime}: Attachment): boolean => mime.startsWith('image/');

/** The size of a picture's box, whatever arrives. */
export function boxOf({width, height}: Attachment): {readonly width: number; readonly height: number} {
  if (!width || !height) return unknown;
  const scale = Math.min(1, largest.width / width, largest.height / height);
  return {width: Math.max(24, Math.round(width * scale)), height: Math.max(24, Math.round(height * scale))};
}
