// The limit: windowing written by hand for this one page. Only the rows that can be seen are there, as plain elements.
import {messageOf, rowOf} from '/content.js';

const style = document.createElement('style');
style.textContent = `
  .scroller { height: 100%; overflow: auto; position: relative; overflow-anchor: none; font: 14px/20px system-ui; }
  .message { padding: 8px 12px; margin: 4px 20px; border-radius: 10px; background: #eeeff2; max-width: 60ch; overflow-wrap: anywhere; }
  .message.mine { margin-inline-start: auto; background: #e2ecff; }
  .row { height: 76px; box-sizing: border-box; padding: 8px 16px; border-bottom: 1px solid #dde0e4; overflow: hidden; white-space: nowrap; }`;
document.head.append(style);

const time = new Intl.DateTimeFormat('en', {hour: 'numeric', minute: '2-digit'});
const guess = 64;

function fill(element, {text, mine, at}) {
  element.className = mine ? 'message mine' : 'message';
  element.textContent = `${text} ${time.format(new Date(at))}`;
}

/** The newest rows that fill the view and once more above it; the rest is a height that is guessed. */
export function thread(place, count) {
  const scroller = place.appendChild(document.createElement('div'));
  scroller.className = 'scroller';
  const above = scroller.appendChild(document.createElement('div'));
  const rows = [];
  let first = count;
  let end = count;
  const make = (number) => {
    const element = document.createElement('div');
    fill(element, messageOf(number));
    return element;
  };
  const pad = () => (above.style.height = `${first * guess}px`);
  while (first > 0 && count - first < 40) rows.unshift(make(--first));
  scroller.append(...rows);
  pad();
  scroller.scrollTop = scroller.scrollHeight;
  let asked = false;
  return {
    shows: (text) => rows.at(-1)?.textContent.includes(text),
    append() {
      end++;
      if (asked) return;
      asked = true;
      queueMicrotask(() => requestAnimationFrame(() => {
        asked = false;
        const from = Math.max(end - 40, first + rows.length);
        for (let number = from; number < end; number++) rows.push(scroller.appendChild(make(number)));
        while (rows.length > 40) rows.shift().remove();
        first = end - rows.length;
        pad();
        scroller.scrollTop = scroller.scrollHeight;
      }));
    },
  };
}

export function list(place, count) {
  const scroller = place.appendChild(document.createElement('div'));
  scroller.className = 'scroller';
  const whole = scroller.appendChild(document.createElement('div'));
  whole.style.height = `${count * 76}px`;
  const changed = new Map();
  const shown = new Map();
  const draw = () => {
    const from = Math.max(0, Math.floor(scroller.scrollTop / 76) - 5);
    const to = Math.min(count, from + Math.ceil(scroller.clientHeight / 76) + 10);
    for (const [index, element] of shown) if (index < from || index >= to) shown.delete(index), element.remove();
    for (let index = from; index < to; index++) {
      if (shown.has(index)) continue;
      const number = count - 1 - index;
      const {name, text} = rowOf(number);
      const element = document.createElement('div');
      element.className = 'row';
      element.style.cssText = `position: absolute; inset-inline: 0; top: ${index * 76}px`;
      element.textContent = `${name} ${changed.get(number) ?? text}`;
      shown.set(index, scroller.appendChild(element));
    }
  };
  scroller.addEventListener('scroll', draw);
  draw();
  return {
    shows: (text) => [...shown.values()].some((element) => element.textContent.includes(text)),
    update(number, text) {
      changed.set(number, text);
      const element = shown.get(count - 1 - number);
      if (element) element.textContent = `${rowOf(number).name} ${text}`;
    },
    scroller: () => scroller,
  };
}
