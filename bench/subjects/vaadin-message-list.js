// A whole message component that does not window.
import '@vaadin/message-list';
import {messageOf} from '../content.js';

const item = ({text, mine, at}) => ({text, time: at, userName: mine ? 'Lena Brandt' : 'Customer 0'});

export function thread(place, count) {
  const element = document.createElement('vaadin-message-list');
  element.style.height = '100%';
  element.items = Array.from({length: count}, (_, number) => item(messageOf(number)));
  place.append(element);
  return {
    shows: (text) => Boolean(element.lastElementChild?.previousElementSibling && element.textContent.includes(text)),
    append: (number) => (element.items = [...element.items, item(messageOf(number))]),
  };
}
