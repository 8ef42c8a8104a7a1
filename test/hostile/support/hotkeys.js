// A host's shortcuts, one set for each of six libraries: every letter, and Ctrl+K.
import {install} from '@github/hotkey';
import hotkeys from 'hotkeys-js';
import keyboardjs from 'keyboardjs';
import keymaster from 'keymaster';
import Mousetrap from 'mousetrap';
import {tinykeys} from 'tinykeys';

globalThis.fired = {};
const count = (name) => () => void (globalThis.fired[name] = (globalThis.fired[name] ?? 0) + 1);
const letters = [...'abcdefghijklmnopqrstuvwxyz'];

// On keydown: another of the six cancels it, and then there is no keypress.
Mousetrap.bind(letters, count('mousetrap'), 'keydown');
Mousetrap.bind('ctrl+k', count('mousetrap Ctrl+K'));
hotkeys(letters.join(','), count('hotkeys-js'));
tinykeys(window, Object.fromEntries([...letters.map((letter) => [letter, count('tinykeys')]), ['Control+k', count('tinykeys Ctrl+K')]]));
for (const letter of letters) {
  const button = document.createElement('button');
  button.addEventListener('click', count('@github/hotkey'));
  document.body.append(button);
  install(button, letter);
}
keymaster(letters.join(','), count('keymaster'));
for (const letter of letters) keyboardjs.bind(letter, count('keyboardjs'));
