import type {FileConversation} from '../conversation-file.js';
import {longLetter, newsletterMail, pressMail} from './letter-bodies.js';
import {picture} from './media.js';
import {talk} from './talk.js';

const desk = {kind: 'email', name: 'Help desk', inboxId: 'help'} as const;

const affiliateLink =
  'https://shop.nordlicht.example/fr/tentes/fjell-2?utm_source=rando.example&utm_medium=affiliate&utm_campaign=printemps-2026' +
  '&partner=bastien-roche-0417&session=9f3c1e77a0b24d5f8c6e2a90d41b7f35e8a2c4d6091b3f5d7e9a1c3b5d7f9e1a2b4c6d8e0f1a3b5c7d9' +
  '&redirect=%2Ffr%2Fcaisse%2Fpanier%3Farticle%3Dfjell-2-mousse%26quantite%3D1%26retour%3D%252Ffr%252Ftentes%252F%253Ftri%253Dprix';

export const letters: readonly FileConversation[] = [
  {
    id: 'harriet-newsletter',
    number: '10475',
    subject: 'Fwd: Spring is a verb. 15 % on everything that keeps you dry',
    channel: desk,
    contact: 'harriet',
    assignee: 'lena',
    priority: 'medium',
    tags: ['order', 'billing'],
    topic: 'question',
    unread: 1,
    messages: talk(
      `03-24
      11:32 [harriet-mail] >
      11:34 bot! tagged order
      11:58 lena# The code was switched on at 12:00 German time, the letter went out at 11:15. She is number nine.
        @Signe Lund please, next time the other way round.
      12:06 lena: Hello Harriet, you were faster than our shop: the code works since noon. If your basket is still
        there, please try once more, and I will take the shipping off as well.
      13:44 [harriet-last] > It took the 15% off the tent but not the footprint! Is the footprint not a thing that
        keeps me dry??`,
      {
        'harriet-mail': {
          html: newsletterMail,
          mail: {
            from: {address: 'harriet@colefamily.example', name: 'Harriet Cole'},
            to: [{address: 'help@nordlicht.example', name: 'Nordlicht help'}],
            subject: 'Fwd: Spring is a verb. 15 % on everything that keeps you dry',
          },
        },
      },
    ),
    next: [
      'Ha, worked. 15 off both. You are a star.',
      'Ordered! 48231 if you want to look.',
      'Now please stop sending me newsletters, I am weak.',
    ],
  },
  {
    id: 'kruger-letter',
    number: '10440',
    subject: 'Observations on the Fjell 3 after 212 nights',
    channel: desk,
    contact: 'kruger',
    assignee: 'jonas',
    priority: 'low',
    tags: ['review'],
    topic: 'feedback',
    messages: talk(
      `03-20
      22:51 [kruger-1] >
      03-23
      09:15 jonas# I have printed it and hung it up in product. @Clemens Maier point 4 is exactly what you have been
        saying for a year.
      09:40 clemens# Point 4 is exactly what I have been saying for a year.
      11:30 jonas: Dear Professor Krüger, thank you. It has been read by six people so far, one of them twice. You
        will get a proper answer to each of the seven points by Friday; number 4 has started an argument here, in your
        favour.
      15:02 [kruger-2] > Lieber Herr Weber, seven answers will do, I do not expect an eighth. Attached the sketch I
        forgot, for point 4. A. K.`,
      {
        'kruger-1': {
          text: longLetter,
          mail: {
            from: {address: 'krueger@institut.example', name: 'Prof. Anselm Krüger'},
            to: [{address: 'help@nordlicht.example'}],
            subject: 'Observations on the Fjell 3 after 212 nights',
          },
        },
        'kruger-2': {attachments: [picture('tent', 'sketch-vent-point-4.png')]},
      },
    ),
    next: [
      'I remembered an eighth point after all. It concerns the bag.',
      'The bag is too small. By exactly one dry sock.',
    ],
  },
  {
    id: 'bastien-link',
    number: '10459',
    subject: 'Lien partenaire',
    channel: desk,
    contact: 'bastien',
    team: 'support',
    topic: 'question',
    messages: talk(
      `03-23
      16:05 > Bonjour, mon lien partenaire mène à une page blanche depuis ce week-end :¶¶${affiliateLink}¶¶Merci !
      16:20 signe: Hello Bastien, thank you, I can see the blank page too.
      16:20:30 signe# I cannot even copy this link without my laptop fan starting.
      03-24
      09:50 tomasz! other The shop team shortened the redirect; links from before Saturday work again
      10:02 > Ça remarche, merci. J’ai perdu combien de clics ?`,
    ),
    next: ['41 ? C’est mon record 😄', 'Bon, d’accord. Vous les comptez quand même ?'],
  },
  {
    id: 'rune-press',
    number: '10456',
    subject: 'Test tents for the June issue',
    channel: {kind: 'email', name: 'Press', inboxId: 'press'},
    contact: 'rune',
    assignee: 'signe',
    priority: 'medium',
    tags: ['press', 'stock'],
    topic: 'question',
    messages: talk(
      `03-23
      12:12 [rune-1] >
      12:40 signe: Hi Rune, gladly! Rust or moss?
      12:52 > Rust!
      13:15 signe# Press pool has one left, with a patch on the vestibule. @Lena Brandt can I take a new one out of B
        stock?
      13:31 lena# Take one from batch 08, NOT from 07 (see Marta’s thread). And check the poles yourself, please.
      13:33 signe# Of all the ways to end up in a magazine. Batch 08 it is.
      03-24
      11:47 > One more wish: could I have the weight as you measure it, with or without pegs? Two brands have already
        quarrelled with me about pegs.`,
      {
        'rune-1': {
          html: pressMail,
          mail: {from: {address: 'rune@luftogfjell.example', name: 'Rune Aasen'}, to: [{address:
            'press@nordlicht.example'}], subject: 'Test tents for the June issue'},
        },
      },
    ),
    next: [
      'With pegs, without bag? Interesting. Nobody else does that.',
      'Fine, I print both. Send it to the office, they open at nine.',
      'Got it. It is very … rust.',
    ],
  },
];
