import {html, nothing, type TemplateResult} from 'lit';
import type {Id, WrittenKind} from '../../contract/index.js';
import type {WritingMessages} from '../../i18n/areas/writing.js';
import {selectConversation} from '../../store/selectors.js';
import type {InboxState} from '../../store/state.js';

/**
 * What is put below a reply by mail, as mail programs tell the two apart. Undefined for every other channel, for notes, where it is there
 * already (a message that was called back), and where it would not fit.
 */
export function signatureOf(text: string, state: InboxState, conversationId: Id, kind: WrittenKind): string | undefined {
  const {profile, choices, session} = state;
  const signature = (profile?.keeps.has('signature') ? (profile.signature ?? '') : choices.signature).trim();
  const isMail = kind === 'reply' && selectConversation(state, conversationId)?.channel.kind === 'email';
  if (!isMail || !signature || text.endsWith(signature)) return undefined;
  return joined(text, signature).length > (session?.capabilities.maxBodyChars ?? Infinity) ? undefined : signature;
}

const joined = (text: string, signature: string): string => (text ? `${text}\n\n-- \n${signature}` : `-- \n${signature}`);

/** A reply with the agent's signature below it, where it gets one. */
export function signed(text: string, state: InboxState, conversationId: Id, kind: WrittenKind): string {
  const signature = signatureOf(text, state, conversationId, kind);
  return signature === undefined ? text : joined(text, signature);
}

/** Shown under the field, so that nobody sends it unseen. */
export const signaturePreview = (signature: string | undefined, m: WritingMessages): TemplateResult | typeof nothing =>
  signature === undefined ? nothing : html`<div class="signature" role="note" aria-label=${m.signature} title=${m.signature} dir="auto">${signature}</div>`;
