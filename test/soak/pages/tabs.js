// One of several tabs at one server: ?tab=NUMBER. It tells the server what it sounds and shows, so that it stays known when the tab dies.
import '/loop/loop-inbox.js';

const tab = new URLSearchParams(location.search).get('tab');
const tell = (what, of) => navigator.sendBeacon(`/alerted?${new URLSearchParams({what, of, tab})}`);

// The agent works in another window.
document.hasFocus = () => false;
const {Notification} = globalThis;
globalThis.Notification = class extends Notification {
  constructor(title, options) {
    super(title, options);
    tell('notification', options.tag);
  }
};
// A sound of the inbox is two tones in a context of their own.
const {start} = OscillatorNode.prototype;
const sounding = new WeakSet();
OscillatorNode.prototype.start = function (...when) {
  if (!sounding.has(this.context)) tell('sound', '');
  sounding.add(this.context);
  return start.apply(this, when);
};

/** Holds the only thread of the page, as a long task or a suspended laptop does. Answers how often a timer ran meanwhile. */
globalThis.freeze = (ms) => {
  let ran = 0;
  const timer = setInterval(() => ran++, 100);
  const request = new XMLHttpRequest();
  request.open('GET', `/sleep?ms=${ms}`, false);
  request.send();
  clearInterval(timer);
  return ran;
};

const inbox = document.querySelector('#desk');
inbox.getToken = () => 'lena';
inbox.endpoint = '/v1';
globalThis.inbox = inbox;
