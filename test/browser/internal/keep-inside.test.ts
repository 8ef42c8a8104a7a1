import {expect} from '@open-wc/testing';
import {keepInside} from '../../../src/internal/keep-inside.js';

let box: HTMLElement;
let field: HTMLTextAreaElement;
const heard: string[] = [];
const hear = ({key}: KeyboardEvent): void => void heard.push(key);

beforeEach(() => {
  box = document.createElement('div');
  const root = box.attachShadow({mode: 'open'});
  field = document.createElement('textarea');
  root.append(field);
  keepInside(root);
  document.body.append(box);
  box.addEventListener('keydown', hear);
});
afterEach(() => {
  box.remove();
  heard.length = 0;
  Reflect.deleteProperty(navigator, 'platform');
});

const on = (platform: string) => Object.defineProperty(navigator, 'platform', {value: platform, configurable: true});
const press = (init: KeyboardEventInit) => field.dispatchEvent(new KeyboardEvent('keydown', {...init, bubbles: true, composed: true}));

describe('what is typed in a field', () => {
  it('stays inside where AltGr types it', function () {
    // WebKit says nothing of AltGr, in an event that is made as in one that is typed.
    if (!new KeyboardEvent('keydown', {modifierAltGraph: true}).getModifierState('AltGraph')) return this.skip();
    on('Linux x86_64');
    press({key: '[', altKey: true, ctrlKey: true, modifierAltGraph: true});
    expect(heard).to.deep.equal([]);
  });

  it('stays inside where Option types it', () => {
    on('MacIntel');
    press({key: '[', altKey: true});
    press({key: '@', altKey: true});
    press({key: 'ü', altKey: true, shiftKey: true});
    expect(heard).to.deep.equal([]);
  });

  it('is no combination, which is the page’s', () => {
    on('Win32');
    press({key: 'n', altKey: true});
    on('MacIntel');
    press({key: 'k', metaKey: true});
    press({key: 'k', metaKey: true, altKey: true});
    press({key: 'ArrowLeft', altKey: true});
    expect(heard).to.deep.equal(['n', 'k', 'k', 'ArrowLeft']);
  });
});
