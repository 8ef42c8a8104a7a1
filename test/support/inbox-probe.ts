import type {OpenInbox} from '../../src/conformance/index.js';
import {createInbox} from '../../src/store/create-inbox.js';
import '../../src/store/later.js'; // loaded late in a page; here it is to be there at once

/** The inbox that the suite tries together with an adapter; it keeps nothing. */
export const openInbox: OpenInbox = (adapter, {clock, fetch, getToken, locale}) => {
  let ids = 0;
  const inbox = createInbox({
    adapter,
    ...(getToken && {getToken}),
    locale,
    ports: {clock, fetch, newId: () => `probe-${++ids}`, random: () => 0.5, log: () => undefined},
  });
  inbox.connect();
  return {
    get connection() {
      return inbox.state.connection.status;
    },
    show: (id) => void inbox.commands.openThread(id),
    shown: (id) => {
      const thread = inbox.state.threads.get(id);
      return (thread?.keys.keys ?? []).map((key) => thread?.messages.get(key)?.body.value ?? '');
    },
    close: () => inbox.close(),
  };
};
