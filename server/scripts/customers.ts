import {answers, nudges, openings} from '../../src/adapters/memory/live/lines.js';
import {sign, signatureHeader} from '../src/channels/signature.js';

interface Door {
  readonly id: string;
  readonly secret: string;
}

interface Told {
  readonly channel: {readonly id: string; readonly contact?: string; readonly conversation?: string};
  readonly message: {readonly id: string; readonly body: {readonly value: string}; readonly author: {readonly kind: string}};
}

const names = ['Nils Aalto', 'Rosa Marín', 'Tariq Haddad', 'Ida Bergström', 'Wen Li', 'Paula Novák', 'Sam Okoye', 'Greta Lindqvist'];
const mostConversations = 12;
const firstMs = 8_000;
const betweenMs = 40_000;

const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(Math.random() * from.length)];

/** Plays customers from outside: they know nothing of the desk but its channel API. */
export class Customers {
  readonly #doors: readonly Door[];
  readonly #timers = new Set<NodeJS.Timeout>();
  #endpoint = '';
  #begun = 0;
  #sent = 0;

  constructor(doors: readonly Door[]) {
    this.#doors = doors;
  }

  begin(endpoint: string): void {
    this.#endpoint = endpoint;
    const next = () => {
      this.#open();
      if (this.#begun < mostConversations) this.#after(betweenMs * (0.5 + Math.random()), next);
    };
    this.#after(firstMs, next);
  }

  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** What the desk tells the outside: replies, and questions to the automated helper. */
  async fetch(request: Request): Promise<Response> {
    const told = (await request.json()) as Told;
    if (new URL(request.url).pathname.endsWith('/helper')) return Response.json(this.#help(told.message.body.value));
    const {contact, conversation} = told.channel;
    // Most who are answered by a person write again, once.
    if (contact !== undefined && told.message.author.kind === 'agent' && Math.random() < 0.8) {
      const line = pick(answers.find(([about]) => about.test(told.message.body.value))?.[1] ?? nudges) ?? '…';
      this.#after(4_000 + Math.random() * 8_000, () => void this.#write(this.#door(told.channel.id), contact, conversation ?? contact, line));
    }
    return Response.json({delivery: 'delivered'});
  }

  #help(asked: string): object {
    if (/invoice|size|voucher/i.test(asked)) return {reply: {format: 'text', value: 'I have found this in our help pages: you can change it in your account under “My orders”. Did that help?'}};
    return {handOver: true, note: 'The helper had no answer to this.'};
  }

  #open(): void {
    const opening = pick(openings);
    const door = pick(this.#doors);
    if (!opening || !door) return;
    const number = this.#begun++;
    const contact = `visitor-${process.pid}-${number}`;
    void this.#write(door, contact, contact, opening.text, {name: names[number % names.length], topic: opening.topic});
  }

  #door(id: string): Door {
    const door = this.#doors.find((one) => one.id === id);
    if (!door) throw new Error(`There is no channel ${id}`);
    return door;
  }

  async #write(door: Door, contact: string, thread: string, text: string, {name, topic}: {name?: string; topic?: string} = {}): Promise<void> {
    const body = JSON.stringify({
      id: `${process.pid}-${Date.now()}-${++this.#sent}`,
      conversation: {id: thread, ...(topic !== undefined && {topic})},
      contact: {id: contact, ...(name !== undefined && {name})},
      body: {format: 'text', value: text},
    });
    const headers = {'content-type': 'application/json', [signatureHeader]: sign(door.secret, body, Date.now())};
    await fetch(`${this.#endpoint}/channels/${door.id}/messages`, {method: 'POST', body, headers}).catch(() => undefined);
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}
