// A desk with something of everything in its one conversation, under the documented Content-Security-Policy.
import './reports.js';
import {createMemoryAdapter} from '../../../src/adapters/memory/index.js';
import '../../../src/define/inbox.js';
import '../../../src/define/provider.js';
import type {LoopInbox} from '../../../src/elements/inbox/loop-inbox.js';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><style>rect { fill: teal }</style><rect width="40" height="40" style="opacity: 0.5"/></svg>';
const mail =
  '<html><head><style>p { color: rgb(0, 128, 0) } @media (width > 1px) { td { padding: 4px } }</style></head><body bgcolor="#eef" onload="x()">' +
  '<p style="font-size: 21px" onclick="x()">In green, and large</p><table style="width: 90%"><tr><td style="color: red" background="https://far.example/b.png">A cell</table>' +
  `<img src="https://far.example/a.png"><img src="data:image/svg+xml,${encodeURIComponent(drawing)}"><script>x()</script><a href="javascript:x()">a link</a></body></html>`;

document.querySelector<LoopInbox>('loop-inbox')!.adapter = createMemoryAdapter({
  live: false,
  data: {
    format: 'loop-inbox/conversations',
    version: 1,
    now: '2026-03-24T14:30:00Z',
    me: 'lena',
    agents: [{id: 'lena', name: 'Lena Brandt'}],
    contacts: [{id: 'c', name: 'Marta Kowalczyk'}],
    tags: [{id: 'repair', name: 'repair'}],
    conversations: [
      {
        id: 'k',
        subject: 'Pole snapped',
        channel: {kind: 'email'},
        contact: 'c',
        tags: ['repair'],
        messages: [
          {kind: 'incoming', at: '2026-03-24T14:00:00Z', html: mail, mail: {from: {address: 'marta@mail.example', name: 'Marta'}}},
          {kind: 'incoming', at: '2026-03-24T14:01:00Z', text: 'See https://example.com\n'.repeat(400)},
          {kind: 'reply', by: 'lena', at: '2026-03-24T14:02:00Z', markdown: 'With **marks**\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n```\ncode\n```'},
          {kind: 'note', by: 'lena', at: '2026-03-24T14:03:00Z', text: 'For us', attachments: [{name: 'drawing.svg', mime: 'image/svg+xml', url: `data:image/svg+xml,${encodeURIComponent(drawing)}`}]},
        ],
      },
    ],
  },
});
