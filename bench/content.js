// The same conversations and messages for every subject, made from a number, so that nothing has to be loaded.
const words = 'the pole of my tent broke in the first night and we leave on Friday could you send another one before that or tell me where to buy it thank you for the quick answer'.split(' ');

/** 3 to 42 words, always the same for the same number. */
export function sentence(number) {
  const length = 3 + ((number * 7919) % 40);
  return `${number}: ${Array.from({length}, (_, index) => words[(number * 31 + index * 17) % words.length]).join(' ')}`;
}

const begin = Date.UTC(2026, 0, 1);
export const timeOf = (number) => new Date(begin + number * 60_000).toISOString();

export const messageOf = (number) => ({number, text: sentence(number), mine: number % 3 === 0, at: timeOf(number)});

export const rowOf = (number) => ({number, name: `Customer ${number}`, text: sentence(number), at: timeOf(number)});
