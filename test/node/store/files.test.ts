import {afterEach, describe, expect, it, vi} from 'vitest';
import {AdapterError, type Adapter, type CallOptions, type FileInput, type Progress, type Session, type UploadRef} from '../../../src/contract/index.js';
import {createInbox} from '../../../src/store/create-inbox.js';
import type {Inbox} from '../../../src/store/inbox.js';
import {Desk, thread, written} from '../../support/desk.js';
import {settle} from '../../support/fake-clock.js';

let desk: Desk;
let opened: Inbox | undefined;
afterEach(async () => {
  await opened?.close();
  await desk.close();
});

const file = (name: string, text = 'abcd'): FileInput => ({name, mime: 'text/plain', blob: new Blob([text], {type: 'text/plain'})});

interface Upload {
  readonly name: string;
  readonly signal: AbortSignal | undefined;
  progress(loaded: number): void;
  finish(): void;
  fail(error: unknown): void;
}

/** A backend whose uploads end when the test says so. */
async function uploading() {
  desk = new Desk();
  const uploads: Upload[] = [];
  const sent: string[][] = [];
  const discarded: string[] = [];
  const upload = {
    put: (input: FileInput, {signal, onProgress}: CallOptions & {onProgress?(progress: Progress): void}) =>
      new Promise<UploadRef>((resolve, reject) => {
        const bytes = input.blob.size;
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
        uploads.push({
          name: input.name,
          signal,
          progress: (loaded) => onProgress?.({loaded, total: bytes}),
          finish: () => resolve({ref: `ref of ${input.name}`, name: input.name, mime: input.mime, bytes}),
          fail: reject,
        });
      }),
    discard: async ({ref}: UploadRef) => void discarded.push(ref),
  };
  const adapter: Adapter = {
    ...desk.adapter,
    name: 'uploading',
    contract: 1,
    connect: async (context, options) => {
      const session = await desk.adapter.connect(context, options);
      const sendMessage: Session['sendMessage'] = (message, callOptions) => {
        sent.push((message.attachments ?? []).map((each) => ('ref' in each ? each.ref : each.name)));
        return session.sendMessage({...message, attachments: [], body: {format: 'text', value: message.body.value || 'files'}}, callOptions);
      };
      return {...session, upload, sendMessage};
    },
  };
  const inbox = (opened = createInbox({adapter, ports: desk.browser.tab()}));
  inbox.connect();
  await settle();
  inbox.commands.choose({undoSendMs: 0});
  inbox.commands.openThread('k1');
  await settle();
  const send = (text: string, ...files: FileInput[]) => {
    inbox.commands.setDraft('k1', 'reply', {text, files});
    return inbox.commands.send('k1', 'reply') as string;
  };
  const shown = (clientId: string) => thread(inbox, 'k1').find(({key}) => key === clientId);
  return {inbox, uploads, sent, discarded, send, shown};
}

describe('a message with files', () => {
  it('leaves with files alone', async () => {
    const {inbox, uploads, sent, send} = await uploading();
    send('', file('one.txt'));
    await settle();
    uploads[0]?.finish();
    await settle();
    expect(sent).toEqual([['ref of one.txt']]);
    expect(written(inbox, 'k1')).toEqual(['reply files (sent)']);
  });

  it('uploads them one after the other and tells how far all of them are', async () => {
    const {uploads, sent, send, shown} = await uploading();
    const id = send('Two of them', file('one.txt', '1234'), file('two.txt', '123456'));
    await settle();
    uploads[0]?.progress(3);
    await settle();
    expect(shown(id)?.progress).toEqual({loaded: 3, total: 10});
    uploads[0]?.finish();
    await settle();
    expect(shown(id)?.progress).toEqual({loaded: 4, total: 10});
    uploads[1]?.progress(3);
    await settle();
    expect(shown(id)?.progress).toEqual({loaded: 7, total: 10});
    uploads[1]?.finish();
    await settle();
    expect(sent).toEqual([['ref of one.txt', 'ref of two.txt']]);
    expect(shown(id)?.delivery).toBe('sent');
  });

  it('gives an upload all the time it needs while something of it still moves', async () => {
    const {uploads, sent, send} = await uploading();
    send('Slow', file('one.txt'));
    await settle();
    for (const loaded of [1, 2, 3]) {
      await desk.clock.advance(40_000);
      uploads[0]?.progress(loaded);
    }
    uploads[0]?.finish();
    await settle();
    expect(uploads).toHaveLength(1);
    expect(sent).toEqual([['ref of one.txt']]);
  });

  it('is given longer for large ones by a backend that takes them with the message and tells nothing', async () => {
    desk = new Desk();
    let calls = 0;
    const adapter: Adapter = {
      ...desk.adapter,
      name: 'inline',
      contract: 1,
      connect: async (context, options) => {
        const session = await desk.adapter.connect(context, options);
        const sendMessage: Session['sendMessage'] = async (message, callOptions) => {
          calls++;
          await desk.clock.sleep(message.attachments?.length ? 100_000 : 0, callOptions);
          return session.sendMessage({...message, attachments: []}, callOptions);
        };
        return {...session, capabilities: {...session.capabilities, attachments: {mode: 'inline', maxBytes: 10_000_000, progress: false}}, sendMessage};
      },
    };
    const inbox = (opened = createInbox({adapter, ports: desk.browser.tab()}));
    inbox.connect();
    await settle();
    inbox.commands.choose({undoSendMs: 0});
    inbox.commands.openThread('k1');
    await settle();
    inbox.commands.setDraft('k1', 'note', {text: 'A large one', files: [file('large.txt', 'a'.repeat(1_000_000))]});
    inbox.commands.send('k1', 'note');
    await desk.clock.advance(110_000);
    expect([written(inbox, 'k1'), calls]).toEqual([['note A large one (sent)'], 1]);
  });

  it('does not upload a second time what is up already', async () => {
    const {uploads, sent, send} = await uploading();
    send('Again', file('one.txt'), file('two.txt'));
    await settle();
    uploads[0]?.finish();
    await settle();
    uploads[1]?.fail(new AdapterError({code: 'network', message: 'cut'}));
    await settle();
    await desk.clock.advance(31_000);
    expect(uploads.map(({name}) => name)).toEqual(['one.txt', 'two.txt', 'two.txt']);
    uploads[2]?.finish();
    await settle();
    expect(sent).toEqual([['ref of one.txt', 'ref of two.txt']]);
  });

  it('waits longer after each upload that failed', async () => {
    const {uploads, send} = await uploading();
    send('Again', file('one.txt'));
    const fail = async () => {
      await settle();
      uploads.at(-1)?.fail(new AdapterError({code: 'unavailable', message: 'down'}));
      await settle();
    };
    await fail();
    await desk.clock.advance(1_000);
    await fail();
    await desk.clock.advance(2_000);
    await fail();
    await desk.clock.advance(1_900);
    expect(uploads).toHaveLength(3);
    await desk.clock.advance(2_100);
    expect(uploads).toHaveLength(4);
  });

  it('called back during its upload never leaves, and all of its files are in the draft again', async () => {
    const {inbox, uploads, sent, discarded, send} = await uploading();
    const id = send('Wrong file', file('one.txt'), file('two.txt'));
    await settle();
    uploads[0]?.finish();
    await settle();
    inbox.commands.undoSend(id);
    await settle();
    expect(uploads[1]?.signal?.aborted).toBe(true);
    await desk.clock.advance(60_000);
    expect(sent).toEqual([]);
    expect(inbox.state.outbox.size).toBe(0);
    expect(inbox.state.drafts.get('reply:k1')?.files?.map(({name}) => name)).toEqual(['one.txt', 'two.txt']);
    expect(discarded).toEqual(['ref of one.txt']);
  });

  it('does not hold up the next one when it is called back', async () => {
    const {inbox, sent, send} = await uploading();
    const id = send('Wrong file', file('one.txt'));
    await settle();
    inbox.commands.undoSend(id);
    inbox.commands.setDraft('k1', 'reply', {text: 'Without', files: []});
    inbox.commands.send('k1', 'reply');
    await settle();
    expect(sent).toEqual([[]]);
  });
});

describe('a draft with files', () => {
  it('is kept at once and whole: a page that goes does not wait for files', async () => {
    desk = new Desk({kept: `files ${Math.random()}`});
    const {inbox} = await desk.tab();
    inbox.commands.setDraft('k1', 'note', {files: [file('for-us.txt', 'seam')]});
    await settle();
    const other = await desk.tab();
    const kept = other.inbox.state.drafts.get('note:k1')?.files?.[0];
    expect(kept?.name).toBe('for-us.txt');
    expect(await kept?.blob.text()).toBe('seam');
    expect(other.inbox.state.drafts.has('reply:k1')).toBe(false);
  });
});

/** A file of the disk that was changed or deleted since it was chosen. */
class GoneBlob extends Blob {
  override slice(): Blob {
    const part = new Blob();
    part.arrayBuffer = () => Promise.reject(new DOMException('Gone', 'NotReadableError'));
    return part;
  }
}

it('a file that cannot be read any more fails its message at once, with the reason, and is edited; what waits behind it leaves then', async () => {
  const {inbox, uploads, sent, send, shown} = await uploading();
  const gone = send('With a file', {name: 'offer.odt', mime: 'text/plain', blob: new GoneBlob(['abcd'])});
  send('And one more thing');
  await vi.waitFor(() => expect(shown(gone)?.delivery).toBe('failed'), {timeout: 20_000});
  expect(uploads).toEqual([]);
  expect(shown(gone)).toMatchObject({delivery: 'failed', entry: {failure: {code: 'unreadable-file', applied: 'no', retryable: false}}});
  expect(shown(gone)?.entry?.failure?.message).toContain('offer.odt');
  inbox.commands.editFailed(gone);
  await settle();
  expect(sent).toEqual([[]]);
  expect(inbox.state.drafts.get('reply:k1')).toMatchObject({text: 'With a file', files: [{name: 'offer.odt'}]});
});
