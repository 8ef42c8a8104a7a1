interface Crate {
  readonly at: string;
  readonly number: number;
  readonly kilos: string;
  readonly holds: string;
  /** Why Claire writes and not Tomasz. */
  readonly instead?: string;
  /** What Sigrid asks back. */
  readonly asks: string;
  readonly answer: string;
  /** What happens with it in the end, in the words of whoever notices. */
  readonly rest: readonly string[];
}

/** Fourteen crates, packed in the first half of March. */
const crates: readonly Crate[] = [
  {
    at: '03-04 09:12',
    number: 1,
    kilos: '38.4',
    holds: 'tents Brunost, Kvitost and Pultost, with poles',
    asks: 'Three in one crate? If that one falls into the sea we have a problem with three cheeses.',
    answer: 'Good point. I spread them: never more than two tents in a crate.',
    rest: ['tomasz# Repacked 1, 2 and 3. Nobody had thought of the sea.'],
  },
  {
    at: '03-04 14:40',
    number: 2,
    kilos: '31.0',
    holds: 'tents Pultost and Nøkkelost, eight pole sets, wax',
    asks: 'Eight sets for two tents?',
    answer: 'Four are in use and four are spare, in case crate 3 is the one that swims.',
    rest: ['> I see that you have understood the sea.'],
  },
  {
    at: '03-05 08:25',
    number: 3,
    kilos: '30.2',
    holds: 'tents Kvitost and Gulost, ten pole sets',
    asks: 'Is Gulost the one with the new corner from the start?',
    answer: 'Yes, triangles were sewn in on the machine, not added by hand.',
    rest: ['> Then Kari gets Gulost.', 'clemens# Hook in Gulost is 9 cm lower, in Kvitost as well. Measured.'],
  },
  {
    at: '03-05 12:25',
    number: 4,
    instead: 'Tomasz is at lunch, so from me',
    kilos: '24.8',
    holds: 'stoves 1 to 4 with one pump each',
    asks: 'Tested all four, or one of four?',
    answer: 'All four, twenty minutes each, with the serial numbers on the list.',
    rest: ['> Thank you. Torbjørn nodded when I read this out.'],
  },
  {
    at: '03-06 10:05',
    number: 5,
    kilos: '24.9',
    holds: 'stoves 5 to 8, and the other pumps',
    asks: 'Number 8 is the one nobody may touch. Can you mark it?',
    answer: 'It has a red ribbon and the word NEI on it. I wrote it myself, it is legible.',
    rest: ['> NEI is perfect.', 'tomasz: I practised on a box first.'],
  },
  {
    at: '03-06 16:20',
    number: 6,
    kilos: '19.5',
    holds: 'eighteen shovels, nine brushes, eighteen mats',
    asks: 'Brushes?',
    answer: 'For the frost in the tent, in the morning. Your list of 2023 said: “next time brushes!!!”',
    rest: ['> I wrote that. With three exclamation marks. I remember that morning.'],
  },
  {
    at: '03-09 08:01',
    number: 7,
    kilos: '27.3',
    holds: 'snow pegs, 160 of them, painted red',
    asks: '160 is many. Did somebody calculate that?',
    answer: 'Nine tents, sixteen each, and sixteen for the crevasse of lost pegs.',
    rest: ['> There is really one called that.', 'claire: I am not surprised in the least.'],
  },
  {
    at: '03-09 13:33',
    number: 8,
    instead: 'Tomasz stands on the pallet and dictates',
    kilos: '22.6',
    holds: 'tents Prim and Gamalost, the repair kit for all',
    asks: 'What is in the repair kit?',
    answer: 'Two pole sections per tent, fabric, glue that works at −20, a very good needle, and a letter from Clemens.',
    rest: ['> A LETTER?', 'clemens: Instructions.', '> I will frame it.'],
  },
  {
    at: '03-10 09:48',
    number: 9,
    kilos: '28.8',
    holds: 'tent Gauda, fuel bottles (empty), funnels, fourteen bowls',
    asks: 'Empty is important, the airline will ask again and again.',
    answer: 'New, dry and with a paper that says so, stamped. We even stamped the funnel list.',
    rest: ['amira# The paper has to lie on TOP of crate 9, not in it. Learned that with Dubai.', 'tomasz# On top now, in a sleeve.'],
  },
  {
    at: '03-10 17:02',
    number: 10,
    kilos: '16.2',
    holds: 'fourteen seat pads, two flags, a tarp for the kitchen',
    asks: 'We did not order a tarp.',
    answer: 'No. It has a wrong seam, is perfectly dry, and we cannot sell it. Take it for a walk.',
    rest: ['> It will be the best dressed kitchen north of 79.'],
  },
  {
    at: '03-11 08:30',
    number: 11,
    kilos: '33.7',
    holds: 'backpacks Skog 65, seven of fourteen, size M',
    asks: 'I count eight M in our list.',
    answer: 'You are right, the eighth is the long-armed one: she is in crate 12 with the L.',
    rest: ['> She is always somewhere else. Fine.', 'tomasz# List corrected, version 6.'],
  },
  {
    at: '03-11 14:14',
    number: 12,
    instead: 'Tomasz is looking for the tape',
    kilos: '31.1',
    holds: 'the other seven backpacks, one M and six L',
    asks: 'Rain covers out, please. It will not rain.',
    answer: 'Out. That saves 0.9 kg and a little hope.',
    rest: ['> At 79 degrees hope comes as ice.', 'tomasz: Found the tape. It was on crate 11.', '> On it?', 'tomasz: Holding it together.'],
  },
  {
    at: '03-12 10:10',
    number: 13,
    kilos: '12.0',
    holds: 'tent Geitost, alone',
    asks: 'Alone? Because of the singing?',
    answer: 'Because the roof tent came back from the workshop last. But yes, it fits.',
    rest: ['> I shall tell him it was the singing.', 'lena# Please somebody send me a recording one day.', 'claire# It is under “Austfonna” in my private folder.'],
  },
  {
    at: '03-13 11:45',
    number: 14,
    kilos: '9.4',
    holds: 'spare parts, papers in triplicate, nine cheeses',
    asks: 'Nine cheeses …',
    answer: 'One per tent, from the seamstresses. Vacuum packed, declared as “food, dairy, 2.1 kg”.',
    rest: ['> I am not crying, it is the wind.', 'claire: Indoors?', '> Indoors.'],
  },
];

const opening = ({number, kilos, holds, instead}: Crate): string => {
  if (instead) return `claire: ${instead}: crate ${number}, ${holds}, ${kilos} kg.`;
  switch (number % 4) {
    case 1:
      return `tomasz: Crate ${number}: ${holds}. ${kilos} kg.`;
    case 2:
      return `tomasz: Next one, number ${number}, ${kilos} kg on the scales. In it: ${holds}.`;
    default:
      return `tomasz: ${number} of 14 is closed. Contents: ${holds}. Weight ${kilos}.`;
  }
};

const script = (crate: Crate): string => {
  const [day, time] = crate.at.split(' ');
  const who = crate.instead ? 'claire' : 'tomasz';
  return [`${day}`, `${time} ${opening(crate)}`, `> ${crate.asks}`, `${who}: ${crate.answer}`, ...crate.rest].join('\n');
};

export const packing = crates.map(script).join('\n');
