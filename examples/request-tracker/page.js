// What a host page writes to have Request Tracker's tickets in it. The token stays with the server: the page talks to its own origin.
import {createRequestTrackerAdapter} from '/loop/adapters/request-tracker/index.js';
import '/loop/cdn/loop-inbox.js';

const desk = document.querySelector('#desk');
const notice = document.querySelector('#notice');

const tell = (text) => {
  notice.textContent = text;
  notice.hidden = text === '';
};

desk.addEventListener('loop-ready', () => {
  document.querySelector('#who').textContent = desk.currentInbox.state.session.me.name;
  tell('');
});
desk.addEventListener('loop-sign-in', () => tell('Request Tracker does not know the token of this page’s server.'));

const answer = await fetch('/session.json');
const {agent, queues, agentsGroup, webUrl} = await answer.json();
desk.adapter = createRequestTrackerAdapter({endpoint: '/rt', agent, queues, agentsGroup, webUrl});
