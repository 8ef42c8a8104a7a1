/** What people in a live desk say when their file gives them no words of their own. */

/** First words of a new conversation. */
export const openings: readonly {readonly topic: 'question' | 'comment' | 'feedback'; readonly text: string}[] = [
  {topic: 'question', text: 'Hello, I ordered last Thursday and have not had a shipping mail yet. Is everything all right with it?'},
  {topic: 'question', text: 'Can I still change the delivery address of an order?'},
  {topic: 'question', text: 'Do you have the blue one in a larger size again soon?'},
  {topic: 'question', text: 'My voucher is not accepted on the last page. What am I doing wrong?'},
  {topic: 'question', text: 'How do I get an invoice with our VAT number on it?'},
  {topic: 'question', text: 'The zip broke on the second day. How do I send it in?'},
  {topic: 'question', text: 'Is there somebody I can talk to about an order for our whole club?'},
  {topic: 'comment', text: 'By the way, the size table on your page does not open on my phone.'},
  {topic: 'comment', text: 'You have my surname wrong on the label, it found me all the same.'},
  {topic: 'feedback', text: 'Just wanted to say that the repair came back like new. Thank you!'},
  {topic: 'feedback', text: 'Honestly, two weeks for a spare part is too long.'},
  {topic: 'feedback', text: 'The new checkout is much faster than the old one. Well done.'},
];

/** What a contact writes while nobody has answered. */
export const nudges: readonly string[] = [
  'Is anybody there?',
  'I forgot to say: I need it before the weekend.',
  'One more thing: can you send the answer to my other address too?',
  'Sorry, I meant the order from this month, not the earlier one.',
  'I have looked again and it is still the same.',
  'Shall I send a photo?',
  'It is not urgent, but I would like to know.',
  'Did you get my last message?',
  'I tried it on another computer and it does the same there.',
  'My order number is on the way, I have to look for the mail.',
];

/** What a contact answers, by what the reply was about. */
export const answers: readonly (readonly [about: RegExp, lines: readonly string[]])[] = [
  [
    /\?\s*$/,
    [
      'Yes, exactly.',
      'No, I have not tried that yet. I will tonight.',
      'It is the one from the second mail, sent on Monday.',
      'Both, to be honest. But the first one matters more.',
      'I am not sure. Where can I see that?',
      'The address is the same as on the last order.',
    ],
  ],
  [
    /\b(refund|money|paid|payment|invoice|credit)/i,
    [
      'Good. How long does it take until it is on my account?',
      'Thank you, I will keep an eye on my account.',
      'Could you send me that in writing, for our books?',
      'That is fair. Thanks for sorting it out.',
    ],
  ],
  [
    /\b(parcel|ship|deliver|sent|post|track)/i,
    [
      'Great, then I will wait for the parcel.',
      'I am not at home on Friday. Can it go to the neighbours?',
      'The link says “no data” so far. Is that normal?',
      'Perfect, thank you for the quick answer.',
    ],
  ],
  [
    /\b(sorry|apolog|mistake|our fault)/i,
    [
      'No harm done. Thank you for being so straight about it.',
      'These things happen. What do we do now?',
      'Well, it was annoying, but thank you for caring.',
    ],
  ],
  [
    /\b(try|click|open|setting|restart|log)/i,
    [
      'That worked, thank you!',
      'I did that, and it still says the same.',
      'Which of the two buttons do you mean?',
      'I will try it and write again.',
    ],
  ],
  [
    /./,
    [
      'Thank you, that helps.',
      'All right, I understand.',
      'Thanks. I will come back to you if something is missing.',
      'Great, that was all I wanted to know.',
      'Hm. And what would you do in my place?',
      'Thanks for the quick answer!',
    ],
  ],
];

/** What a colleague answers. */
export const replies: readonly string[] = [
  'Thank you for writing. I am looking into it and will tell you today.',
  'I have found your order. It leaves our store this afternoon.',
  'I am sorry about that. I have asked the workshop and will write as soon as they answer.',
  'Could you send me the number on the label? Then I can check it at once.',
  'That is done now. You will get a mail about it in a few minutes.',
  'Please try it once more with the link I have just sent you.',
];

/** What a colleague notes for the others. */
export const notes: readonly string[] = [
  'Called the carrier: the parcel is in the depot and goes out tomorrow.',
  'Same thing as last week, I think. Keeping an eye on it.',
  'Asked the workshop. They answer before four.',
  'Promised an answer today.',
  'They have been with us for years, let us be generous here.',
];

/** What a colleague notes when they want the agent's eye on it; the name goes in front. */
export const askings: readonly string[] = [
  'can you have a look at this one?',
  'you know this customer better than I do, what do you think?',
  'this is about the order you handled last week.',
];
