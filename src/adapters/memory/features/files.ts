import type {OptionalFeatures} from '../../../contract/index.js';
import {notFound} from '../backend/errors.js';
import {dataUrl, storeFile} from '../writes/files.js';
import type {FeatureContext} from './context.js';

export const upload = ({desk, maxFileBytes}: FeatureContext): OptionalFeatures['upload'] => ({
  put: async (file, options) => {
    const {id, name, mime, blob} = await storeFile(desk, file, 'file', maxFileBytes, options);
    return {ref: id, name, mime, bytes: blob.size};
  },
  discard: async ({ref}) => void desk.files.delete(ref),
});

export const download = ({desk}: FeatureContext): OptionalFeatures['download'] => ({
  url: async ({id, url}) => {
    const file = desk.files.get(id);
    if (!file) {
      if (url === undefined) throw notFound('attachment', id);
      return {href: url};
    }
    if (typeof URL.createObjectURL !== 'function') return {href: await dataUrl(file.blob, file.mime)};
    const href = URL.createObjectURL(new Blob([file.blob], {type: file.mime}));
    return {href, revoke: () => URL.revokeObjectURL(href)};
  },
});
