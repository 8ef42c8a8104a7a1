import type {FileConversation} from '../conversation-file.js';
import {picture} from './media.js';
import {talk} from './talk.js';

const packingList = `My list, please shout:

| What | Weight |
| --- | ---: |
| Fjell 2 | 2 100 g |
| Ild stove, small | 310 g |
| Canister 230 | 380 g |
| Chessboard | 640 g |
| Everything else | 6 900 g |`;

/** A thread that took six weeks. */
export const planning: readonly FileConversation[] = [
  {
    id: 'theo-bikes',
    number: '9917',
    subject: 'By bike to the North Cape, with a chessboard',
    state: 'archived',
    channel: {kind: 'web-chat', name: 'Shop chat', inboxId: 'shop'},
    contact: 'theo',
    assignee: 'jonas',
    tags: ['order', 'setup'],
    topic: 'question',
    sentiment: {label: 'positive', score: 0.49, source: 'agent', at: '2026-03-12T16:00:00Z'},
    messages: talk(
      `01-29
      19:03 > Good evening. Is anybody there who has cycled with a tent?
      19:04 jonas: Good evening Theo. With, in front of and once into one.
      > Excellent. Rotterdam to the North Cape, June, two men of 67. We want one tent, we have been friends for a long
        time.
      jonas: And would like to remain so?
      > That is the question behind the question, yes
      jonas: Then Fjell 3, not 2. The difference is 800 g and one friendship.
      > My friend Wim says 2. He carries it.
      jonas: In that case: 2, and two doors. Whoever carries, decides.
      01-30
      09:20 [theo-list] >
      jonas: The chessboard stays?
      > The chessboard stays.
      jonas: Then take the small pot out, the lid of the large one is a pan.
      > !! 34 years of camping and nobody told me
      02-04
      20:15 > Wim asks if the tent may be pitched with a bicycle instead of the second pole
      20:40 jonas# @Clemens Maier may it?
      02-05
      07:00 clemens# It may. With the saddle up and the chain to the outside. I did it in 1994.
      08:12 jonas: It may, saddle up, chain outside. Tested in 1994 by our workshop.
      > Wim is impressed. He wants to know who in your house is from before 1970
      jonas: I am not allowed to say, but he sews very well.
      02-06
      10:00 > Ordered! 47702.
      jonas! tagged order
      10:09 jonas: I see it. Rust, two doors, leaves today.
      02-11
      18:30 [theo-garden] > First night in the garden. Wim snores in B flat
      18:31 > My wife watched from the kitchen with popcorn
      18:50 jonas: Was it dry?
      > Inside yes. The popcorn, no
      02-12
      09:00 signe: Theo, may we show the garden picture? Without names, with popcorn.
      > With names! We are 67, we have nothing to hide any more
      signe# Permission in writing, best one of the year so far.
      03-01
      14:25 > One problem. One of the doors does not close completely at the bottom
      jonas: Towards the left or the right when you lie inside?
      > Wim says left, I say right. We lie the other way round, so it is the same door
      jonas! tagged setup
      14:40 jonas: There is a small hook below the zip, it wants to be opened first. If that is it, you will now say a
        word that I do not have to hear.
      > I said it
      > Wim said it too
      03-12
      15:52 > We have trained to Utrecht and back, all is well. We go in June. You get a card
      15:58 jonas: We have a wall for that. Good road, both of you, and may the better one win.
      16:00 jonas# Card comes to the wall. Reminder set for July, I want to know who won.
      16:00:40 jonas! state archived`,
      {'theo-list': {markdown: packingList}, 'theo-garden': {attachments: [picture('tent', 'B-flat.png')]}},
    ),
  },
];
