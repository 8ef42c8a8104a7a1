// Kompass CRM: what a host page writes to have the inbox in it. The pages and their switches, nothing of the inbox itself.
import {startEventLog} from './event-log.js';
import {loadLoop, makeDesk} from './desk.js';

const desk = document.querySelector('#desk');
const controls = document.querySelector('#controls');
const notice = document.querySelector('#notice');
const pages = ['inbox', 'contacts', 'deals', 'reports'];

/** Shows the page that the address names. The inbox moves along; where a page has no place for it, it waits in the last one. */
function showPage() {
  const asked = location.hash.slice(1);
  const current = pages.includes(asked) ? asked : 'inbox';
  for (const page of pages) document.querySelector(`#page-${page}`).hidden = page !== current;
  for (const link of document.querySelectorAll('.bar nav a')) {
    if (link.hash === `#${current}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const place = document.querySelector(`[data-holds='${current}']`);
  if (place && desk.parentElement !== place) place.append(desk);
  const {conversation} = document.querySelector(`#page-${current}`).dataset;
  if (conversation) desk.setAttribute('conversation-id', conversation);
}

/** One line below the bar, with a button when there is something to do about it. */
function tell(text, action, onAction) {
  notice.replaceChildren(text);
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = action;
    button.addEventListener('click', onAction);
    notice.append(button);
  }
  notice.hidden = !text;
}

function setAttribute(element, name, value) {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/** What any host can set, with or without an adapter of its own. */
function applyLooks() {
  const {scheme, density, dir, width} = controls.elements;
  setAttribute(desk, 'color-scheme', scheme.value);
  setAttribute(desk, 'density', density.value);
  document.documentElement.dir = dir.value;
  document.body.dataset.width = width.value;
}

/** The switches that need the adapter of this page. */
function connectSwitches(trouble) {
  const {automated, offline, expired} = controls.elements;
  const signIn = () => {
    expired.checked = false;
    trouble.end('signed-out');
    tell('');
    desk.currentInbox?.retry();
  };
  automated.addEventListener('change', () => {
    desk.features = {automation: automated.checked};
  });
  offline.addEventListener('change', () => {
    if (offline.checked) trouble.begin('offline');
    else trouble.end('offline');
  });
  expired.addEventListener('change', () => {
    if (expired.checked) trouble.begin('signed-out');
    else signIn();
  });
  desk.addEventListener('loop-sign-in', () => tell('Your session has ended.', 'Sign in again', signIn));
  if (automated.checked) desk.features = {automation: true};
}

async function start() {
  startEventLog();
  showPage();
  applyLooks();
  window.addEventListener('hashchange', showPage);
  controls.addEventListener('change', applyLooks);
  controls.addEventListener('submit', (event) => event.preventDefault());
  document.querySelector('#remarks').addEventListener('submit', (event) => event.preventDefault());

  // `?plain`: nothing but the tag and its `demo` attribute, as in the first lines of the README.
  const plain = new URLSearchParams(location.search).has('plain');
  for (const name of ['automated', 'offline', 'expired']) controls.elements[name].disabled = plain;
  try {
    if (plain) await loadLoop();
    else connectSwitches(await makeDesk(desk));
  } catch (error) {
    document.body.classList.add('failed');
    tell(`The inbox could not be loaded: ${error.message}`);
    console.error(error);
  }
}

await start();
