import {html, nothing, type TemplateResult} from 'lit';
import {formatPercent} from '../../i18n/format-sizes.js';
import type {Locale} from '../../i18n/locale.js';
import {files} from '../../i18n/locales/en/files.js';
import {messageDetails as english} from '../../i18n/locales/en/message-details.js';
import type {Delivery} from '../../model/index.js';
import type {ThreadMessage} from '../../store/state.js';
import {icon, type IconName} from '../../templates/icon.js';

/** What an agent may do with a message of theirs that is on its way: the command of that name, for its client id. */
export type EntryAction = 'undoSend' | 'retry' | 'editFailed' | 'discard' | 'checkAgain' | 'sendAnyway';

/** The same for one that the backend has and could not deliver: the command of that name, for its conversation and id. */
export type BouncedAction = 'resend' | 'writeAgain';

export type DeliveryAction = EntryAction | BouncedAction;

export interface DeliveryLine {
  readonly message: ThreadMessage;
  readonly locale: Locale;
  /** Until it leaves; undefined when it is not held. */
  readonly secondsLeft: number | undefined;
  readonly offline: boolean;
  /** Written by the agent who looks at it. */
  readonly mine: boolean;
  readonly act: (action: DeliveryAction) => void;
}

type Button = readonly [label: string, action: DeliveryAction];

interface Told {
  readonly icon: IconName;
  readonly text: string | TemplateResult;
  readonly buttons?: readonly Button[];
}

function tellQueued({message: {entry, progress}, locale, secondsLeft, offline}: DeliveryLine): Told {
  const words = locale.messages.messageDetails ?? english;
  if (entry?.question) {
    const text = entry.question === 'old' ? words.old : words.stale;
    const buttons: Button[] = [[words.sendAnyway, 'sendAnyway']];
    // Once it was tried it may have arrived, and is not written anew.
    if (entry.attempts === 0) buttons.push([words.edit, 'editFailed']);
    return {icon: 'warning-circle', text, buttons: [...buttons, [words.discard, 'discard']]};
  }
  // As long as it was never tried.
  const undo: Button[] = entry?.attempts === 0 ? [[words.undo, 'undoSend']] : [];
  if (offline) return {icon: 'clock', text: words.waiting, buttons: undo};
  if (secondsLeft !== undefined) return {icon: 'clock', text: words.sendingIn(locale.format.countdown(secondsLeft * 1000)), buttons: undo};
  if (progress?.total) {
    const {uploading} = locale.messages.files ?? files;
    const text = uploading(formatPercent(locale.tag, Math.min(1, progress.loaded / progress.total)));
    return {icon: 'circle-dashed', text, buttons: undo};
  }
  return {icon: 'circle-dashed', text: words.sending};
}

function tellSending({message: {progress}, locale}: DeliveryLine): Told {
  const words = locale.messages.messageDetails ?? english;
  const part = progress?.total ? formatPercent(locale.tag, Math.min(1, progress.loaded / progress.total)) : undefined;
  return {icon: 'circle-dashed', text: part ? words.sendingPart(part) : words.sending};
}

function tellFailed({message, locale, mine}: DeliveryLine): Told {
  const words = locale.messages.messageDetails ?? english;
  const failure = message.entry?.failure;
  // Without an entry it bounced after it was stored: its text is there, and there is nothing to take back.
  if (!failure) {
    const again: Button[] = mine ? [[words.edit, 'writeAgain']] : [];
    // Its files are the backend's alone: they would not go with it, and nobody would see that.
    if (mine && message.attachments.length === 0) again.unshift([words.sendAgain, 'resend']);
    const reason = message.deliveryError;
    // The backend's sentence, in whatever language it speaks.
    return {icon: 'warning-circle', text: reason ? html`${words.notSent} <bdi>${reason}</bdi>` : words.notSent, buttons: again};
  }
  const buttons: Button[] = [[words.retry, 'retry']];
  if (failure.applied === 'no') buttons.push([words.edit, 'editFailed']);
  buttons.push([words.discard, 'discard']);
  return {icon: 'warning-circle', text: `${words.notSent} ${words.because[failure.code]}`, buttons};
}

function tell(line: DeliveryLine, delivery: Delivery): Told | undefined {
  const words = line.locale.messages.messageDetails ?? english;
  switch (delivery) {
    case 'queued':
      return tellQueued(line);
    case 'sending':
      return tellSending(line);
    case 'unconfirmed':
      return {
        icon: 'question',
        text: words.unconfirmed,
        buttons: [[words.checkAgain, 'checkAgain'], [words.sendAgain, 'sendAnyway'], [words.discard, 'discard']],
      };
    case 'failed':
      return tellFailed(line);
    case 'sent':
      return {icon: 'check', text: words.sent};
    case 'delivered':
      return {icon: 'checks', text: words.delivered};
    case 'read':
      return {icon: 'checks', text: words.read};
  }
}

/** Where a message is on its way: icon and word, and what can be done about it. */
export function deliveryLine(line: DeliveryLine): TemplateResult | typeof nothing {
  const told = line.message.delivery && tell(line, line.message.delivery);
  if (!told) return nothing;
  return html`<span class="told" title=${line.message.entry?.failure?.message ?? nothing}>${icon(told.icon, {size: 14})}<bdi>${told.text}</bdi></span>
    ${told.buttons?.map(([label, action]) => html`<button class="link" type="button" @click=${() => line.act(action)}>${label}</button>`)}`;
}
