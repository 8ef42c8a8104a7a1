import {withTrouble} from './trouble.js';

const meta = (name) => document.querySelector(`meta[name='${name}']`)?.content;

/** The library: its sources here, or what the page's `<meta>` names, such as the built file. */
export const loadLoop = () => import(/* @vite-ignore */ new URL(meta('loop-module') ?? '../../src/cdn.ts', import.meta.url).href);

async function fetchDesk(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

/** The page names conversations of the sample desk, which another desk does not have. */
function forgetSampleIds() {
  for (const named of document.querySelectorAll('[conversation-id]')) named.removeAttribute('conversation-id');
  for (const page of document.querySelectorAll('[data-conversation]')) delete page.dataset.conversation;
}

/** Who is signed in at the server of this page, and their tokens: a host has its own sign-in in its place. */
async function signIn() {
  const agent = new URLSearchParams(location.search).get('agent') ?? '';
  const answer = await fetch(`/desk/token?agent=${encodeURIComponent(agent)}`);
  if (!answer.ok) throw new Error(`The sign-in answered ${answer.status}`);
  return answer.json();
}

/** Gives the inbox the server that this page comes from. */
async function useServer(element, loop, endpoint) {
  const {createHttpAdapter} = await import(/* @vite-ignore */ new URL('../../src/adapters/http/index.ts', import.meta.url).href);
  const {name} = await signIn();
  document.querySelector('.user').textContent = `Nordlicht Outdoor · ${name}`;
  const server = createHttpAdapter({endpoint, getToken: async () => (await signIn()).token});
  const {adapter, ...trouble} = withTrouble(server, loop.AdapterError);
  element.adapter = adapter;
  return trouble;
}

/**
 * Gives the inbox a backend that lives in this page: the sample desk, or the conversation file that the server names.
 *
 * @returns the switches for trouble with that backend.
 */
export async function makeDesk(element) {
  // An adapter takes the place of `demo`; without the attribute the sample desk isn't loaded first for nothing.
  element.removeAttribute('demo');
  const loop = await loadLoop();
  const endpoint = meta('loop-endpoint');
  if (endpoint) return useServer(element, loop, endpoint);
  const address = meta('loop-desk');
  if (address) forgetSampleIds();
  const memory = loop.createMemoryAdapter({
    ...(address && {data: await fetchDesk(address)}),
    persist: meta('loop-persist'),
    automated: true,
    live: true,
  });
  const {adapter, ...trouble} = withTrouble(memory, loop.AdapterError);
  element.adapter = adapter;
  return trouble;
}
