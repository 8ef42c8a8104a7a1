import type {FileConversation, FileMessage} from '../conversation-file.js';
import {pdf, picture} from './media.js';
import {talk} from './talk.js';

const desk = {kind: 'email', name: 'Help desk', inboxId: 'help', address: 'help@nordlicht.example'} as const;
const help = {address: desk.address, name: 'Nordlicht help'};

const headers = (address: string, name: string, subject: string): Pick<FileMessage, 'mail'> => ({
  mail: {from: {address, name}, to: [help], subject},
});

const withCopies = ({mail}: Pick<FileMessage, 'mail'>, ...cc: readonly string[]): Pick<FileMessage, 'mail'> => ({
  mail: {...mail, cc: cc.map((address) => ({address}))},
});

const poleMail = `<p>Hello,</p>
<p>we pitched the <b>Fjell 3</b> for the first time on Saturday on the Hel peninsula. Around two in the morning, in a
moderate wind, the main pole snapped at the second joint and tore the sleeve. We leave for Iceland on Friday with two
children, so I need to know what you can do <i>this week</i>.</p>
<table><thead><tr><th>Article</th><th>Order</th><th align="right">Paid</th></tr></thead><tbody>
<tr><td>Fjell 3 tent, moss</td><td>48213</td><td align="right">€529.00</td></tr>
<tr><td>Footprint Fjell 3</td><td>48213</td><td align="right">€59.00</td></tr></tbody></table>
<p>This is how it looks in daylight:</p>
<p><img src="cid:pole-joint@poczta.example" alt="The snapped joint" width="240" height="160"></p>
<p>Kind regards<br>Marta Kowalczyk</p>
<p><img src="https://images.nordlicht.example/badges/plus-member.png" alt="" width="88" height="24"></p>`;

export const mail: readonly FileConversation[] = [
  {
    id: 'marta-pole',
    number: '10463',
    subject: 'Tent pole snapped on the first night, order 48213',
    channel: desk,
    contact: 'marta',
    assignee: 'lena',
    team: 'support',
    priority: 'urgent',
    tags: ['warranty', 'order'],
    topic: 'feedback',
    sentiment: {label: 'negative', score: -0.62, source: 'Mood check 2', at: '2026-03-24T12:18:40Z'},
    escalation: {reason: 'travels on Friday', at: '2026-03-24T09:14:00Z', by: 'jonas'},
    attributes: [
      {key: 'order', label: 'Order', value: '48213'},
      {key: 'total', label: 'Total', value: '€588.00'},
      {key: 'needed', label: 'Needed by', value: '2026-03-26', kind: 'date', editable: true},
    ],
    tickets: [
      {
        id: 'ticket-nl-1204',
        number: 'NL-1204',
        title: 'Pole batch FJ3-24-07 breaks at the second joint',
        status: 'Open',
        open: true,
        url: 'https://tickets.nordlicht.example/NL-1204',
        at: '2026-03-24T09:21:00Z',
      },
    ],
    unread: 2,
    messages: talk(
      `03-23
      18:04 [marta-mail] >
      18:05 bot! tagged warranty,order
      18:05:02 bot! assigned lena
      18:22 [marta-sorry] lena: Hi Marta, I am sorry. A pole should never fail in that wind, and I will get this
        solved before Friday.
      18:22:50 lena: Could you read me the batch number on the pole bag? It starts with FJ3.
      03-24
      09:12 [marta-mention] jonas# @Lena Brandt batch FJ3-24-07 has four more pole failures this month. Product says:
        send the full pole set, do not ask for the return first.
      09:14 [marta-escalated] jonas! escalated travels on Friday
      09:21 [marta-ticket] jonas! ticket NL-1204
      12:18 > It is FJ3-24-07.
      12:18:30 [marta-last] > We fly on Friday at six in the morning. If the poles cannot be here on Thursday I need
        my money back today. Honestly, I am quite disappointed.
      14:29 [marta-failed] lena: A full pole set left our warehouse by express at 14:10 and arrives on Thursday before
        noon. Keep the broken one for your repair kit.`,
      {
        'marta-mail': {
          html: poleMail,
          ...withCopies(headers('marta@poczta.example', 'Marta Kowalczyk', 'Tent pole snapped on the first night, order 48213'), 'repairs@nordlicht.example'),
          quoted:
            'From: Nordlicht Outdoor\nTo: Marta Kowalczyk\nSubject: Your order 48213 is on its way\n\n' +
            'Dear Marta,\nyour Fjell 3 left Hamburg today with Nordfracht.\nParcel: NL-2048-6619\n\nHave a good first night outside!',
          attachments: [
            {...picture('pole', 'pole-joint.png'), id: 'marta-pole-photo', contentId: 'pole-joint@poczta.example', inline: true},
            pdf('receipt-48213-marta-kowalczyk.pdf', 188_416),
          ],
        },
        'marta-last': {sentiment: {label: 'negative', score: -0.71, source: 'Mood check 2'}},
        'marta-failed': {delivery: 'failed', deliveryError: 'The mail server refused it.'},
      },
    ),
    next: [
      'I still have no tracking number. Did it really leave?',
      'OK, I see NL-2048-7790 now. It says "Hamburg, 14:10".',
      'The courier says Thursday 10 to 12. I will stay at home for it.',
      'Thank you for not sending me through a form for this.',
    ],
  },
  {
    id: 'tanaka-receipt',
    number: '10467',
    subject: '領収書の発行をお願いします（注文 47988）',
    channel: desk,
    contact: 'tanaka',
    assignee: 'lena',
    team: 'support',
    tags: ['billing'],
    topic: 'question',
    messages: talk(
      `03-23
      23:48 [tanaka-1] > お世話になっております。山の道具店の田中と申します。¶先日注文したストーブ用品（注文番号 47988）の領収書を発行していただけますでしょうか。¶宛名は「株式会社
        山の道具店」でお願いいたします。¶¶よろしくお願いいたします。¶田中
      03-24
      08:15 lena# Machine translation says: she needs a receipt made out to the company, 株式会社 山の道具店. @Tomasz Zieliński
        where do we set the name on the form?
      08:21 tomasz# Order > Documents > "Addressee as written". Paste it, do not type it.
      11:05 [tanaka-receipt-sent] lena: 田中様¶お問い合わせありがとうございます。領収書（注文 47988）を添付いたします。宛名は「株式会社 山の道具店」です。ご確認ください。¶¶Lena
        Brandt`,
      {
        'tanaka-1': headers('yuki.tanaka@yama.example', '田中 由紀', '領収書の発行をお願いします（注文 47988）'),
        'tanaka-receipt-sent': {attachments: [pdf('領収書_47988.pdf', 61_233)]},
      },
    ),
    next: [
      'ブラント様、早速のご対応ありがとうございます。確認いたしました。',
      '申し訳ありませんが、日付を3月31日にしていただくことは可能でしょうか。',
      '承知いたしました。そのままで大丈夫です。今後ともよろしくお願いいたします。',
    ],
  },
  {
    id: 'oliver-invoice',
    number: '10438',
    subject: 'Invoice address change before the April run',
    channel: {kind: 'email', name: 'Accounts', inboxId: 'accounts'},
    contact: 'oliver',
    assignee: 'lena',
    priority: 'low',
    tags: ['billing'],
    topic: 'question',
    messages: talk(
      `03-20
      16:40 lena: Hello Oliver, a heads-up from our side: the April invoices run on the 1st. If anything on yours has
        to change, this week is the moment.
      03-22
      20:14 [oliver-1] > Hi Lena,¶¶good timing. We moved. New address as of Monday:¶¶Grant & Moor Guiding Ltd¶The Old
        Ropeworks, Unit 4¶2 Harbour Lane, Exampleton¶¶PO number must be on there too, our new bookkeeper is strict. I
        will send it Tuesday.
      20:16 [oliver-2] > Sorry, Wednesday. She is off on Tuesday.`,
      {'oliver-1': {...headers('accounts@grantandmoor.example', 'Oliver Grant', 'Re: Invoice address change before the April run'), quoted: 'On 20 March Lena Brandt wrote:\n> the April invoices run on the 1st. If anything on yours has to change,\n> this week is the moment.'}},
    ),
    next: [
      'The PO number is GM-2026-031.',
      'Does it go on the old open invoice as well? She asks.',
      'Perfect. You have made a bookkeeper almost smile.',
    ],
  },
  {
    id: 'ama-third-question',
    number: '10487',
    subject: 'A third small question',
    channel: desk,
    contact: 'ama',
    topic: 'question',
    unread: 1,
    messages: talk(
      `03-24
      14:31 [ama-third] > Hello again! (3) Can I wash the hip belt in the machine, now that I know how to take it off?
        A yes or no from Jonas is fine.`,
    ),
    next: ['No?', 'That was the rude one. I love it.', 'By hand then. Thanks all of you'],
  },
];
