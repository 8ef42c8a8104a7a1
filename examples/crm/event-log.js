/** Every event that the elements tell their host page. */
const names = [
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
const MOST = 200;

/** The fields that the event's own class adds: they stand on the event or are getters of its class. */
function fieldsOf(event) {
  const keys = Object.keys(event).filter((key) => key !== 'isTrusted');
  for (let proto = Object.getPrototypeOf(event); proto && proto !== Event.prototype && proto !== CustomEvent.prototype; proto = Object.getPrototypeOf(proto))
    keys.push(...Object.getOwnPropertyNames(proto).filter((key) => key !== 'constructor'));
  return [...new Set(keys)].filter((key) => typeof event[key] !== 'function' && event[key] !== undefined);
}

function readable(value) {
  if (value instanceof Error) return `${value.code ?? value.name}: ${value.message}`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (value.id !== undefined) return `#${value.id}`;
  const plain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return plain ? JSON.stringify(value) : value.constructor.name;
}

/** Lists what bubbles up to the document, newest first. */
export function startEventLog() {
  const list = document.querySelector('#log-list');
  const count = document.querySelector('#log-count');
  let heard = 0;

  const write = (event) => {
    const time = document.createElement('time');
    time.textContent = new Date().toLocaleTimeString('en-GB');
    const name = document.createElement('b');
    name.textContent = event.type;
    const fields = document.createElement('span');
    fields.dir = 'auto';
    fields.textContent = fieldsOf(event).map((key) => `${key}: ${readable(event[key])}`).join(', ');
    const line = document.createElement('li');
    line.append(time, name, fields);
    list.prepend(line);
    list.children[MOST]?.remove();
    count.textContent = String(++heard);
  };
  for (const name of names) document.addEventListener(name, write);

  document.querySelector('#log-clear').addEventListener('click', () => {
    list.replaceChildren();
    count.textContent = String((heard = 0));
  });
}
