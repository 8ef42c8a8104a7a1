const types = [
  'loop-ready',
  'loop-message-send',
  'loop-message-sent',
  'loop-conversation-select',
  'loop-conversation-selected',
  'loop-conversation-archive',
  'loop-conversation-archived',
  'loop-ticket-create',
  'loop-ticket-created',
  'loop-sign-in',
  'loop-sign-out',
  'loop-error',
];

/** Writes down every event that reaches the document, as plain data. */
export function listen() {
  const heard = [];
  for (const type of types) {
    document.addEventListener(type, (event) => {
      const fields = Object.entries(event).filter(([key, value]) => key !== 'isTrusted' && typeof value !== 'function');
      heard.push(JSON.parse(JSON.stringify({...Object.fromEntries(fields), type, cancelable: event.cancelable})));
    });
  }
  return heard;
}
