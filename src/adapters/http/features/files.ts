import {AdapterError, type FileInput, type OptionalFeatures, type Progress} from '../../../contract/index.js';
import {has, type Desk} from '../desk.js';
import {uploadRef} from '../shapes/desk.js';
import {record, id as word} from '../shapes/values.js';
import {path} from '../wire/path.js';

const link = record<{readonly href: string}>({href: word});

export const uploadOf = (desk: Desk): OptionalFeatures['upload'] => {
  const {client, facts} = desk;
  return {
    put: async (file, {signal, onProgress}) => {
      client.assertMayBegin(signal);
      const {maxBytes} = facts.capabilities.attachments ?? {};
      if (maxBytes !== undefined && file.blob.size > maxBytes) throw tooBig(file, maxBytes);
      const request = {method: 'POST', path: 'uploads', query: {name: file.name}, file} as const;
      const told = growing(onProgress);
      const ref = await client.write(uploadRef, request, {signal, onProgress: told});
      told?.({loaded: file.blob.size, total: file.blob.size});
      return ref;
    },
    discard: has(desk, 'upload.discard')
      ? async ({ref}, options) => client.tell({method: 'DELETE', path: path`uploads/${ref}`}, options)
      : undefined,
  };
};

/** An upload that begins again with a fresh token would seem to lose what it had. */
function growing(onProgress: ((progress: Progress) => void) | undefined): typeof onProgress {
  let most = -1;
  return (
    onProgress &&
    ((progress) => {
      if (progress.loaded <= most) return;
      most = progress.loaded;
      onProgress(progress);
    })
  );
}

function tooBig({name}: FileInput, maxBytes: number): AdapterError {
  const message = `${name} is larger than ${maxBytes} bytes`;
  return new AdapterError({code: 'validation', issues: [{path: 'file', message, rule: 'maxBytes'}], message});
}

export const downloadOf = ({client, options: {endpoint}}: Desk): OptionalFeatures['download'] => ({
  url: async ({id}, options) => {
    client.assertMayBegin(options.signal);
    const {href} = await client.read(link, {path: path`attachments/${id}/link`}, options);
    const resolved = resolve(href, endpoint);
    if (resolved === undefined) throw client.malformed('GET attachment link: href');
    return {href: resolved};
  },
});

/** An address relative to the endpoint, which may itself be relative to the page; undefined for one that is not of the web. */
function resolve(href: string, endpoint: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(href)) return /^https?:/i.test(href) && URL.canParse(href) ? href : undefined;
  const isAbsolute = /^https?:/i.test(endpoint);
  if (isAbsolute) return URL.canParse(href, `${endpoint}/`) ? new URL(href, `${endpoint}/`).href : undefined;
  return href.startsWith('/') ? href : `${endpoint}/${href}`;
}
