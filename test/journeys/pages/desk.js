// A host page with one inbox whose backend lives in the page. Settings come in the address: ?persist=NAME&automation&undo=hold
import {withTrouble} from '/examples/crm/trouble.js';
import {AdapterError, createMemoryAdapter} from '/loop/loop-inbox.js';
import {listen} from './hearing.js';

const asked = new URLSearchParams(location.search);
const inbox = document.querySelector('#desk');
const memory = createMemoryAdapter({
  data: globalThis.deskFile,
  live: false,
  ...(asked.has('persist') && {persist: asked.get('persist')}),
  ...(asked.has('undo') && {undo: asked.get('undo')}),
});
const {adapter, begin, end} = withTrouble(memory, AdapterError);

globalThis.host = {
  inbox,
  backend: memory.backend,
  heard: listen(),
  begin,
  end,
  veto: (type) => document.addEventListener(type, (event) => event.preventDefault(), {once: true}),
};
if (asked.has('signed-out')) begin('signed-out');
if (asked.has('automation')) inbox.features = {automation: true};
inbox.adapter = adapter;
