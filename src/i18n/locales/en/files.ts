import type {FilesMessages} from '../../areas/files.js';
import {isolateTurning as named} from '../../isolate.js';

export const files: FilesMessages = {
  attach: 'Attach files',
  attachedTo: {reply: 'Files of the reply', note: 'Files of the note'},
  attached: (count) => (count === 1 ? '1 file attached' : `${count} files attached`),
  remove: (name) => `Remove ${named(name)}`,
  tooLarge: (name, max) => `${named(name)} was not added: it is larger than ${max}.`,
  tooMany: (name, max) => `${named(name)} was not added: there can be ${max === 1 ? 'only 1 file' : `at most ${max} files`}.`,
  wrongKind: (name) => `${named(name)} was not added: files of this kind are not accepted here.`,
  folder: (name) => `${named(name)} was not added: it is a folder.`,
  dismiss: 'Dismiss',
  drop: {reply: 'Drop files to attach them to your reply', note: 'Drop files to attach them to your note, for your team only'},
  uploading: (percent) => `Uploading, ${percent}`,

  viewer: 'Images of this conversation',
  position: (index, count) => `${index} of ${count}`,
  previous: 'Previous image',
  next: 'Next image',
  close: 'Close',
  play: (name) => `Play ${named(name)}`,
  loading: 'Loading',
  failed: 'It could not be loaded.',
};
