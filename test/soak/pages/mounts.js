// Puts an inbox with a backend of its own into the page, uses it, and takes it out again.
import {createMemoryAdapter} from '/loop/loop-inbox.js';

const place = document.querySelector('main');
const frame = () => new Promise((done) => requestAnimationFrame(done));

/** What an agent sees at least: rows in the list, and the messages of one conversation. */
async function untilShown(inbox, id) {
  const {currentInbox} = inbox;
  const isShown = () => currentInbox.state.threads.get(id)?.status === 'ready';
  while (!isShown()) await frame();
  await frame();
}

globalThis.mountOnce = async () => {
  const inbox = document.createElement('loop-inbox');
  inbox.adapter = createMemoryAdapter({data: globalThis.deskFile, live: false, latencyMs: 0});
  inbox.conversationId = 'marta';
  place.append(inbox);
  await inbox.updateComplete;
  await untilShown(inbox, 'marta');
  inbox.currentInbox.commands.setDraft('marta', 'reply', {text: 'Half a sentence'});
  await frame();
  inbox.remove();
};
globalThis.mount = async (times) => {
  for (let time = 0; time < times; time++) await globalThis.mountOnce();
  // What leaves for good is told apart from what is moved by a task of its own.
  await new Promise((done) => setTimeout(done, 50));
};
