// The virtualiser of Lit's own lab, with the same plain rows as the limit.
import {html, render} from 'lit';
import '@lit-labs/virtualizer';
import {messageOf, rowOf} from '../content.js';

const style = document.createElement('style');
style.textContent = `
  lit-virtualizer { height: 100%; font: 14px/20px system-ui; }
  .message { padding: 8px 12px; border-radius: 10px; background: #eeeff2; max-width: 60ch; overflow-wrap: anywhere; box-sizing: border-box; }
  .row { height: 76px; box-sizing: border-box; padding: 8px 16px; border-bottom: 1px solid #dde0e4; overflow: hidden; white-space: nowrap; width: 100%; }`;
document.head.append(style);

const time = new Intl.DateTimeFormat('en', {hour: 'numeric', minute: '2-digit'});
const message = ({text, mine, at}) => html`<div class=${mine ? 'message mine' : 'message'}>${text} ${time.format(new Date(at))}</div>`;
const row = ({name, text}) => html`<div class="row">${name} ${text}</div>`;

function virtualizer(place, items, renderItem) {
  render(html`<lit-virtualizer scroller .items=${items} .renderItem=${renderItem}></lit-virtualizer>`, place);
  return place.querySelector('lit-virtualizer');
}

export function thread(place, count) {
  let items = Array.from({length: count}, (_, number) => messageOf(number));
  const element = virtualizer(place, items, message);
  // Before its first layout it has no place to scroll to.
  const toEnd = () => element.updateComplete.then(() => element.layoutComplete).then(() => element.element(items.length - 1)?.scrollIntoView({block: 'end'}));
  void toEnd();
  return {
    shows: (text) => [...element.querySelectorAll('.message')].some((each) => each.textContent.includes(text)),
    append(number) {
      element.items = items = [...items, messageOf(number)];
      void toEnd();
    },
  };
}

export function list(place, count) {
  let items = Array.from({length: count}, (_, index) => rowOf(count - 1 - index));
  const element = virtualizer(place, items, row);
  return {
    shows: (text) => [...element.querySelectorAll('.row')].some((each) => each.textContent.includes(text)),
    update(number, text) {
      items = [...items];
      items[count - 1 - number] = {...items[count - 1 - number], text};
      element.items = items;
    },
    scroller: () => element,
  };
}
