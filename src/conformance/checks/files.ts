import type {Attachment, FileInput, Progress} from '../../contract/index.js';
import {defineChecks} from '../check.js';
import {claim, claimEqual, claimRejects, NotProven, settled} from '../claims.js';
import type {CheckContext} from '../context.js';
import {declared, declaredIf} from '../needs.js';

export const fileChecks = defineChecks([
  {
    id: 'upload/progress-monotonic',
    level: 'feature',
    title: 'tells progress of an upload that only grows, up to all bytes',
    run: async (t) => {
      const upload = declared(t.session, 'upload');
      const told: Progress[] = [];
      const file = textFile(t.key(), 50_000);
      const ref = await upload.put(file, {onProgress: (progress) => void told.push(progress)});
      claim(ref.ref !== '', 'an upload is answered with a reference');
      claimEqual([ref.name, ref.mime, ref.bytes], [file.name, file.mime, file.blob.size], 'the reference has name, type and size of the file');
      const loaded = told.map((progress) => progress.loaded);
      claimEqual(loaded, loaded.toSorted((a, b) => a - b), '`loaded` never shrinks');
      if (!t.session.capabilities.attachments?.progress) return;
      claim(told.length > 0, '`attachments.progress` is true, so progress is told');
      claimEqual(loaded.at(-1), told.at(-1)?.total ?? file.blob.size, 'the last progress is all bytes');
    },
  },
  {
    id: 'upload/abort-leaves-nothing',
    level: 'feature',
    title: 'stops an upload that is aborted, and takes a message without it',
    run: async (t) => {
      const upload = declared(t.session, 'upload');
      const controller = new AbortController();
      const reason = new Error('taken out of the draft');
      const putting = settled(upload.put(textFile(t.key(), 50_000), {signal: controller.signal}));
      controller.abort(reason);
      const outcome = await putting;
      if ('error' in outcome) claim(outcome.error === reason, 'an aborted upload rejects with the reason of its signal');
      const id = await t.conversation();
      const {message} = await t.reply(id, t.words('Without the file'));
      claimEqual(message.attachments, [], 'a message after an aborted upload has no attachment');
    },
  },
  {
    id: 'upload/too-big-is-validation',
    level: 'feature',
    title: 'refuses a file above `attachments.maxBytes` with `validation`',
    run: async (t) => {
      const upload = declared(t.session, 'upload');
      const maxBytes = t.session.capabilities.attachments?.maxBytes;
      declaredIf(maxBytes !== undefined, 'there is no `attachments.maxBytes`');
      if (maxBytes > 64_000_000) throw new NotProven('the declared limit is too large to try out');
      const blob = new Blob([new Uint8Array(maxBytes + 1)]);
      await claimRejects(upload.put({name: 'big.bin', mime: 'application/octet-stream', blob}, {}), 'validation', 'a file above the limit is refused');
    },
  },
  {
    id: 'download/bytes-equal',
    level: 'feature',
    title: 'gives back an attachment byte by byte',
    run: async (t) => {
      const {attachments} = t.session.capabilities;
      declaredIf(attachments, 'there are no `attachments`');
      const file = textFile(t.key(), 3_000);
      const id = await t.conversation();
      const part = attachments.mode === 'upload-first' ? await declared(t.session, 'upload').put(file, {}) : file;
      const draft = t.newMessage(id, t.words('See the file'), {attachments: [part]});
      const {message} = await t.session.sendMessage(draft, {});
      const sent = message.attachments[0];
      claim(sent, 'a message sent with a file is answered with an attachment');
      claimEqual([sent.name, sent.mime], [file.name, file.mime], 'the attachment has name and type of the file');
      const listed = (await t.thread(id)).find((one) => one.id === message.id)?.attachments[0];
      claimEqual(listed?.id, sent.id, 'the attachment is listed with its message');
      const bytes = new Uint8Array(await read(t, sent));
      claimEqual([...bytes], [...new Uint8Array(await file.blob.arrayBuffer())], 'the bytes of the attachment are those of the file');
    },
  },
]);

const textFile = (key: string, bytes: number): FileInput => ({
  name: `${key}.txt`,
  mime: 'text/plain',
  blob: new Blob([key.padEnd(bytes, 'äöü 0123456789\n').slice(0, bytes)], {type: 'text/plain'}),
});

async function read(t: CheckContext, attachment: Attachment): Promise<ArrayBuffer> {
  const given = await t.session.download?.url(attachment, {});
  const href = given?.href ?? attachment.url;
  claim(href !== undefined, "an attachment has a `url`, or there is the group 'download'");
  // Addresses of the page itself are known to its own fetch only.
  const fetch = /^(blob|data):/.test(href) ? globalThis.fetch : t.setup.agents[0].fetch;
  const answer = await fetch(href);
  claim(answer.ok, `the address of an attachment answers, not status ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  given?.revoke?.();
  return bytes;
}
