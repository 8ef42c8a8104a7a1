import {unturned} from '../../i18n/isolate.js';
import {safeDownload} from '../../internal/url-policy.js';
import type {Attachment} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import {offers} from '../../store/selectors.js';
import type {ThreadMessage} from '../../store/state.js';

/** An address, and what ends it where it has an end. */
export interface Address {
  readonly href: string;
  revoke?(): void;
}

/** How a file is reached: at once, or by asking for it. Undefined: not at all. */
export type FileSource = {readonly href: string} | {readonly fetch: () => Promise<Address>} | undefined;

const travelsAlong = (address: string): boolean => /^(data|blob):/i.test(address);

/**
 * Where a file is: in the browser while its message is on its way, at its address, or with the backend where that hands it out by
 * itself.
 */
export function sourceOf(file: Attachment, message: ThreadMessage, inbox: Inbox | undefined): FileSource {
  const {entry} = message;
  if (entry) {
    const blob = entry.files?.[message.attachments.indexOf(file)]?.blob;
    return blob && {fetch: async () => ofBlob(blob)};
  }
  const href = safeDownload(file.url);
  if (href && travelsAlong(href)) return {href};
  if (inbox && offers(inbox.state, 'download')) return {fetch: () => handedOut(file, inbox)};
  return href === undefined ? undefined : {href};
}

function ofBlob(blob: Blob): Address {
  const href = URL.createObjectURL(blob);
  return {href, revoke: () => URL.revokeObjectURL(href)};
}

async function handedOut(file: Attachment, inbox: Inbox): Promise<Address> {
  const address = await inbox.commands.fileUrl(file);
  const href = safeDownload(address?.href);
  if (address && href) return {href, revoke: () => address.revoke?.()};
  address?.revoke?.();
  throw new Error('The backend gave no address of a file');
}

/** ms; a browser has read what it saves by then. */
const savedAfterMs = 60_000;

/** Saves a file as the browser does with a link. */
export async function save(name: string, fetch: () => Promise<Address>, inbox: Inbox): Promise<void> {
  const address = await fetch();
  const link = document.createElement('a');
  link.href = address.href;
  link.download = unturned(name);
  link.rel = 'noopener noreferrer';
  // Of another origin it may open instead, and the host's page is not to go.
  if (!travelsAlong(address.href)) link.target = '_blank';
  link.click();
  if (address.revoke) void inbox.ports.clock.sleep(savedAfterMs).then(() => address.revoke?.());
}
