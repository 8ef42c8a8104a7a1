import type {Attachment} from '../../model/index.js';
import type {ThreadMessage} from '../../store/state.js';

interface Box {
  readonly width: number;
  readonly height: number;
}

/** px; a picture is fitted into it. */
const largest: Box = {width: 240, height: 180};

/** px, by how the type begins: pictures of unknown size, and what plays with the row of its name. */
const boxes: Readonly<Record<string, Box>> = {
  image: {width: 120, height: 80},
  audio: {width: 280, height: 94},
  video: {width: 240, height: 175},
};

/** Files that are listed: not those that stand inside the text. */
export const listedFiles = ({attachments, body}: ThreadMessage): readonly Attachment[] =>
  attachments.filter(({contentId}) => !(body.format === 'html' && contentId && body.value.includes(`cid:${contentId}`)));

/** The size of a file's box, whatever arrives; undefined for what is a row. */
export function boxOf({mime, width, height}: Attachment): Box | undefined {
  const box = boxes[mime.slice(0, 5)];
  if (box !== boxes['image'] || !width || !height) return box;
  const scale = Math.min(1, largest.width / width, largest.height / height);
  return {width: Math.max(24, Math.round(width * scale)), height: Math.max(24, Math.round(height * scale))};
}
