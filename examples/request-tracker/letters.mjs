#!/usr/bin/env node
// Puts some mails of customers into the throw-away desk of scripts/rt/start.sh, as its mail gateway would.
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { url } = JSON.parse(readFileSync(process.env.LOOP_RT ?? join(tmpdir(), 'loop-rt', 'rt.json'), 'utf8'));

const letters = [
  ['inbox', 'Mira Lindqvist <mira@example.org>', 'Two lamps, one bulb', 'Hello,\n\nthe parcel came today with both lamps but a single bulb. Can you send the other one?\n\nMira'],
  ['inbox', 'Tomás Rey <tomas@example.org>', 'Invoice 7731', 'Please put our new address on invoice 7731, we moved in May.'],
  ['returns', 'Aiko Mori <aiko@example.org>', 'Return of the oak desk', 'The desk is packed and ready. When will it be collected?'],
  ['inbox', 'Yusuf Demir <yusuf@example.org>', 'Voucher does not work', 'The shop says my voucher SPRING is used up, but I never used it.'],
  ['inbox', 'Greta Holm <greta@example.org>', 'Delivery on Saturday?', 'Is a delivery on Saturday morning possible? I am at work on weekdays.'],
];

for (const [queue, from, subject, text] of letters) {
  const head = [`From: ${from}`, `To: ${queue}@example.test`, `Subject: ${subject}`, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8'];
  const form = new FormData();
  form.set('queue', queue === 'inbox' ? 'Inbox' : 'Returns');
  form.set('action', 'correspond');
  form.set('SessionType', 'REST');
  form.set('message', [...head, 'Content-Transfer-Encoding: base64', '', Buffer.from(text).toString('base64'), ''].join('\n'));
  const answer = await fetch(`${url}/REST/1.0/NoAuth/mail-gateway`, { method: 'POST', body: form });
  console.log(`${subject}: ${(await answer.text()).trim()}`);
}
