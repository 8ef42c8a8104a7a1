import type {FileConversation} from '../conversation-file.js';
import {talk} from './talk.js';

/** Chats of the day that need an answer, in several languages. */
export const moreChat: readonly FileConversation[] = [
  {
    id: 'nadia-refund',
    number: '10464',
    channel: {kind: 'whatsapp', name: 'Nordlicht Gulf', inboxId: 'wa-gulf'},
    contact: 'nadia',
    assignee: 'amira',
    tags: ['billing', 'returns'],
    topic: 'question',
    messages: talk(
      `03-23
      17:22 > مرحبا، رقم الإرجاع RMA-2279، المبلغ 149.50 € وليس 139.50 €
      17:23 > 👀
      17:40 amira: مساء الخير نادية، معك حق. الفرق 10.00 € هو رسم الشحن، وسنعيده أيضًا.
      17:44 > merci habibti
      03-24
      12:58 amira: تم التحويل اليوم: 10.00 €، المرجع 48031-B.
      12:59 amira# Shop system takes shipping off automatically on partial returns. Third case this month, somebody should tell them.
      13:33 > وصل؟ البنك يقول «قيد المعالجة 2/3»`,
    ),
    next: ['طيب أنتظر حتى الخميس', 'وصل المبلغ كاملًا: 149.50 ✅', 'شكرًا أميرة، أنت الأفضل'],
  },
];
