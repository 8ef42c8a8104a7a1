import type {Address, Conversation, MailHeaders} from '../../contract/index.js';
import type {InboxState, ThreadMessage} from '../../store/state.js';

/** Where a mail goes and what it is called. */
export type Envelope = Omit<MailHeaders, 'from'>;

/** What browsers accept in a field for an address (HTML, "valid email address"), with a dot in its domain. */
const valid = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;

/** 'Ann Lee <ann@lee.example>', 'ann@lee.example'; undefined for what is no address. */
export function parseAddress(text: string): Address | undefined {
  const [, name = '', inside] = /^\s*"?([^"<]*?)"?\s*<([^<>]*)>\s*$/.exec(text) ?? [];
  const address = (inside ?? text).trim();
  if (!valid.test(address)) return undefined;
  return {address, ...(name && {name})};
}

/** A list as it is pasted: addresses and what is none, in order. */
export function parseAddresses(text: string): {readonly found: readonly Address[]; readonly rest: string} {
  const parts = text.split(/[,;\n]+/).map((part) => part.trim()).filter(Boolean);
  const found = parts.flatMap((part) => parseAddress(part) ?? []);
  return {found, rest: parts.filter((part) => parseAddress(part) === undefined).join(', ')};
}

const keyOf = ({address}: Address): string => address.trim().toLowerCase();

/** Each once, by address. */
export const distinct = (list: readonly Address[], except: readonly Address[] = []): readonly Address[] => {
  const seen = new Set(except.map(keyOf));
  return list.filter((each) => !seen.has(keyOf(each)) && seen.add(keyOf(each)));
};

const isSameList = (a: readonly Address[] = [], b: readonly Address[] = []): boolean =>
  a.length === b.length && a.every((each, index) => keyOf(each) === keyOf(b[index] ?? {address: ''}) && each.name === b[index]?.name);

export const isSameEnvelope = (a: Envelope | undefined, b: Envelope | undefined): boolean =>
  a === b || (!!a && !!b && a.subject === b.subject && isSameList(a.to, b.to) && isSameList(a.cc, b.cc) && isSameList(a.bcc, b.bcc));

/** To whom an answer goes by itself: the contact. */
export function usualRecipients({contact}: Conversation): readonly Address[] {
  return contact.email ? [{address: contact.email, ...(contact.name && {name: contact.name})}] : [];
}

/** Everybody in the last mail of the other side but ourselves; undefined when that is only its sender. */
export function replyAllTo(state: InboxState, conversation: Conversation): Envelope | undefined {
  const messages = threadOf(state, conversation.id);
  const mail = messages.findLast(({kind, mail: headers}) => kind === 'incoming' && headers?.from)?.mail;
  if (!mail?.from) return undefined;
  const own = [
    ...(state.session?.me.email ? [{address: state.session.me.email}] : []),
    ...(conversation.channel.address ? [{address: conversation.channel.address}] : []),
    ...messages.flatMap(({kind, mail: headers}) => (kind === 'reply' && headers?.from ? [headers.from] : [])),
  ];
  const cc = distinct([...(mail.to ?? []), ...(mail.cc ?? [])], [...own, mail.from]);
  return cc.length > 0 ? {to: [mail.from], cc} : undefined;
}

const threadOf = (state: InboxState, id: string): readonly ThreadMessage[] => {
  const thread = state.threads.get(id);
  return (thread?.keys.keys ?? []).flatMap((key) => thread?.messages.get(key) ?? []);
};
