import type {Tag, TicketField} from '../../../contract/index.js';
import type {FileMacro, FileView} from '../conversation-file.js';

export const tags: readonly Tag[] = [
  {id: 'warranty', name: 'warranty', color: 'var(--loop-color-tag-1)'},
  {id: 'safety', name: 'safety', color: 'var(--loop-color-tag-1)'},
  {id: 'repair', name: 'repair', color: 'var(--loop-color-tag-2)'},
  {id: 'wholesale', name: 'wholesale', color: 'var(--loop-color-tag-2)'},
  {id: 'billing', name: 'billing', color: 'var(--loop-color-tag-3)'},
  {id: 'setup', name: 'setup', color: 'var(--loop-color-tag-3)'},
  {id: 'order', name: 'order', color: 'var(--loop-color-tag-4)'},
  {id: 'shipping', name: 'shipping', color: 'var(--loop-color-tag-4)'},
  {id: 'stock', name: 'stock', color: 'var(--loop-color-tag-4)'},
  {id: 'review', name: 'review', color: 'var(--loop-color-tag-5)'},
  {id: 'expedition', name: 'expedition', color: 'var(--loop-color-tag-5)'},
  {id: 'colour', name: 'colour', color: 'var(--loop-color-tag-6)'},
  {id: 'returns', name: 'returns', color: 'var(--loop-color-tag-6)'},
  {id: 'press', name: 'press'},
];

export const views: readonly FileView[] = [
  {id: 'mine', label: 'Mine', filter: {assignee: 'me'}, sort: 'waiting-asc'},
  {id: 'unassigned', label: 'Unassigned', filter: {assignee: 'none'}, sort: 'waiting-asc'},
  {id: 'escalated', label: 'Escalated', filter: {escalated: true}, sort: 'priority-desc'},
  {id: 'wholesale-team', label: 'Wholesale', filter: {team: 'wholesale'}, sort: 'activity-desc'},
];

export const macros: readonly FileMacro[] = [
  {
    id: 'macro-warranty-express',
    name: 'Warranty, express replacement',
    description: 'Tags it, raises the priority and tells the customer that a replacement leaves today.',
    actions: [
      {do: 'tag', tag: 'warranty'},
      {do: 'priority', priority: 'high'},
      {do: 'reply', text: 'A full replacement set leaves our warehouse by express today. Please keep the broken part.'},
    ],
  },
  {
    id: 'macro-to-wholesale',
    name: 'Hand to wholesale',
    description: 'Tags it, gives it to Claire and leaves her a note.',
    actions: [
      {do: 'tag', tag: 'wholesale'},
      {do: 'assign', agent: 'claire'},
      {do: 'note', text: 'A dealer or somebody who wants to be one. Not answered yet.'},
    ],
  },
  {
    id: 'macro-repair-intake',
    name: 'Repair intake',
    description: 'Tags it, gives it to the workshop and asks for serial number and photo.',
    actions: [
      {do: 'tag', tag: 'repair'},
      {do: 'assign', agent: 'clemens'},
      {do: 'reply', text: 'We would love to repair it. Please send us the serial number and one photo of the damage.'},
    ],
  },
  {
    id: 'macro-thanks-archive',
    name: 'Thank and archive',
    actions: [
      {do: 'reply', text: 'Glad that it worked out. Enjoy your time outside!'},
      {do: 'state', state: 'archived'},
    ],
  },
];

export const ticketFields: readonly TicketField[] = [
  {
    key: 'type',
    label: 'Type',
    kind: 'select',
    required: true,
    value: 'fault',
    options: [
      {value: 'fault', label: 'Product fault'},
      {value: 'delivery', label: 'Delivery'},
      {value: 'payment', label: 'Payment'},
      {value: 'shop', label: 'Web shop'},
    ],
  },
  {key: 'priority', label: 'Priority', kind: 'priority', value: 'medium'},
  {key: 'batch', label: 'Batch number', kind: 'text', maxLength: 12, help: 'On the pole bag or under the stove, e.g. FJ3-24-07'},
  {key: 'pieces', label: 'Pieces concerned', kind: 'number', value: 1},
  {key: 'due', label: 'Needed by', kind: 'date'},
  {key: 'stopSale', label: 'Stop the sale of this batch', kind: 'checkbox', value: false},
  {key: 'labels', label: 'Tags', kind: 'tags'},
  {key: 'steps', label: 'What the customer did', kind: 'longtext'},
];
