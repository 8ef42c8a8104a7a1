// An agent at the server of this origin. The page dies while they write; what they see of it is asked for here.
import '/loop/loop-inbox.js';

const inbox = document.querySelector('#desk');
inbox.getToken = () => 'lena';
inbox.endpoint = '/v1';

/** The first that is found in the page or in a shadow of it. */
function find(selector, root = document) {
  const found = root.querySelector(selector);
  if (found) return found;
  for (const {shadowRoot} of root.querySelectorAll('*')) {
    const inside = shadowRoot && find(selector, shadowRoot);
    if (inside) return inside;
  }
  return null;
}

/** What `look` gives once it gives something. */
async function until(look) {
  for (const begun = performance.now(); performance.now() - begun < 20_000; await new Promise((done) => setTimeout(done, 10))) {
    const seen = look();
    if (seen) return seen;
  }
  throw new Error(`Never came true: ${look}`);
}

globalThis.agent = {
  /** Opens a conversation to write there; answers once its field has the caret at its end. */
  async write(conversationId, kind) {
    // What the browser keeps has been read.
    await until(() => inbox.currentInbox?.state.keeps);
    inbox.conversationId = conversationId;
    inbox.currentInbox.commands.compose(conversationId, kind);
    await until(() => find('loop-composer')?.conversationId === conversationId);
    const field = await until(() => find(`textarea[data-kind=${kind}]`));
    await inbox.updateComplete;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  },
  /** How long what is sent can be called back before it leaves. */
  hold: (undoSendMs) => inbox.currentInbox.commands.choose({undoSendMs}),
  field: () => find('textarea').value,
  /** What has been begun, by kind and conversation. */
  drafts: () => Object.fromEntries([...inbox.currentInbox.state.drafts.values()].filter(({text}) => text !== '').map(({kind, conversationId, text}) => [`${kind}:${conversationId}`, text])),
  /** What is on its way. */
  leaving: () => [...inbox.currentInbox.state.outbox.values()].map(({body}) => body.value),
};
