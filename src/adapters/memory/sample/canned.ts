import type {CannedReply} from '../../../contract/index.js';

const text = (id: string, value: string): CannedReply => ({
  id: `canned-${id}`,
  shortcut: id,
  body: {format: 'text', value},
});

export const canned: readonly CannedReply[] = [
  text('express', 'A full {product} set left our warehouse by express at {time} and arrives before noon on {day}.'),
  text('refund', 'I have started your refund of {amount}. It reaches your account within three working days.'),
  text('batch', 'Could you read me the batch number on the pole bag? It starts with FJ and ends with two digits.'),
  text('sorry-delay', 'I am sorry that this took longer than promised. Here is where your parcel is right now:'),
  text('return-label', 'Your return label is attached. The parcel shop also prints it from the code in this message.'),
  text('seam', 'A wavy seam is normal, an open one is not. If you can push a fingernail through, we replace the tent.'),
  text('stove-clean', 'Please let the stove cool for an hour, unscrew the jet with the small key and blow through it from behind.'),
  text('hand-luggage', 'Airlines decide themselves. A stove that never saw fuel is usually fine, a used one nearly never.'),
  text('repair-time', 'The workshop needs about eight working days at the moment. We write when it is on the bench.'),
  text('invoice', 'Your invoice is attached. If the address has to change, please send it exactly as it should read.'),
  {
    id: 'canned-pitch',
    shortcut: 'pitch',
    body: {
      format: 'markdown',
      value: 'Three things before the first pitch:\n\n1. Seal the ridge seam\n2. Push the **red** pole in first\n3. Peg the windward side before you lift',
    },
  },
  text('bye', 'Thank you for writing to us, {contact.name}. Should anything come up, just answer here.'),
];
