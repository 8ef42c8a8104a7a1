import type {MessageMenuMessages} from '../../areas/message-menu.js';

export const messageMenu: MessageMenuMessages = {
  label: 'Actions for this message',
  answer: 'Answer this message',
  answerInNote: 'Answer in a note',
  copy: 'Copy text',
  copied: 'Copied',
  notCopied: 'This page may not copy. Select the text and copy it by hand.',
  edit: 'Edit',
  remove: 'Delete',
  removeQuestion: 'Delete this message?',
  removeReply: 'The customer may have read it already. It can’t be brought back.',
  removeNote: 'It can’t be brought back.',
  keep: 'Keep it',
  editField: 'Edit the message',
  save: 'Save',
  cancel: 'Cancel',
};
