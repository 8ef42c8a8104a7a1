import {isolate} from '../i18n/isolate.js';
import type {Notification as Told} from '../model/index.js';

/** A browser that lets this page sound has begun by then: Firefox and Safari say so a moment later than Chromium. */
const patienceMs = 1000;

/** Two short soft tones; nothing where the browser does not let this page sound yet. */
export async function playSound(): Promise<void> {
  const audio = new AudioContext();
  await Promise.race([audio.resume(), new Promise((done) => setTimeout(done, patienceMs))]);
  if (audio.state !== 'running') {
    await audio.close();
    return;
  }
  for (const [index, hertz] of [660, 880].entries()) {
    const at = audio.currentTime + index * 0.12;
    const tone = new OscillatorNode(audio, {type: 'sine', frequency: hertz});
    const volume = new GainNode(audio, {gain: 0});
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.08, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.22);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.24);
  }
  setTimeout(() => void audio.close(), 600);
}

/** Shows the browser's own notification, unless the agent is looking at this page or has not allowed any. */
export function showDesktop({id, title, body}: Told, onOpen: () => void): void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted' || document.hasFocus()) return;
  const shown = new Notification(isolate(title), {...(body && {body: isolate(body)}), tag: `loop-inbox ${id}`});
  shown.onclick = () => {
    window.focus();
    shown.close();
    onOpen();
  };
}
