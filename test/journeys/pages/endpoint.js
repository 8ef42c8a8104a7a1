// A host page whose inbox comes from a server: ?as=AGENT, ?endpoint=ADDRESS (absent: this origin).
import '/loop/loop-inbox.js';
import {listen} from './hearing.js';

const asked = new URLSearchParams(location.search);
const inbox = document.querySelector('#desk');

globalThis.host = {inbox, heard: listen()};
inbox.getToken = () => asked.get('as') ?? undefined;
inbox.endpoint = asked.get('endpoint') ?? '/v1';
