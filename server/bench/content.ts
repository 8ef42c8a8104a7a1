import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

interface Dialogue {
  readonly turns: readonly {readonly role: string; readonly text: string}[];
}

/** What people really wrote, from the dialogues of the test data; without them, sentences put together from a few words. */
export function contents(): {readonly texts: readonly string[]; readonly source: string} {
  const folder = process.env['LOOP_TEST_DATA'];
  const file = folder === undefined ? undefined : join(folder, 'dialogues.json');
  if (file !== undefined && existsSync(file)) {
    const dialogues = JSON.parse(readFileSync(file, 'utf8')) as readonly Dialogue[];
    const texts = dialogues.flatMap(({turns}) => turns.map(({text}) => text.replaceAll('\0', ''))).filter((text) => text.trim() !== '');
    return {texts, source: `dialogues.json, ${texts.length} turns`};
  }
  const words = 'order invoice parcel where when please thanks broken zip tent stove size return refund address card voucher late again tomorrow'.split(' ');
  const texts = Array.from({length: 2_000}, (_, index) => Array.from({length: 8 + (index % 20)}, (_word, place) => words[(index * 7 + place * place) % words.length]).join(' '));
  return {texts, source: 'made-up sentences'};
}
