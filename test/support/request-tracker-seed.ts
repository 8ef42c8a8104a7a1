import type {Action, FileInput, Id} from '../../src/contract/index.js';
import type {Seed} from '../../src/conformance/index.js';

type Json = Readonly<Record<string, unknown>>;

interface Ticket {
  readonly queue: string;
  readonly contact: string;
}

/** The world outside a Request Tracker: customers who write mails, and its administrator. */
export class RequestTrackerSeed {
  readonly #url: string;
  readonly #token: string;
  readonly #tickets = new Map<Id, Ticket>();
  readonly #addresses = new Map<Id, string>();
  #mails = 0;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async contact({name, email}: {readonly name: string; readonly email: string}): Promise<{readonly id: Id}> {
    await this.#ask('POST', 'user', {Name: email, EmailAddress: email, RealName: name, Privileged: 0});
    const id = String((await this.#ask('GET', `user/${encodeURIComponent(email)}`))['id']);
    this.#addresses.set(id, email);
    return {id};
  }

  async conversation({contact, subject = 'No subject', text}: Parameters<Seed['conversation']>[0]): Promise<{readonly id: Id}> {
    return this.#begin('Inbox', contact, subject, text);
  }

  /** In a queue of which the agents see nothing. */
  async hidden(): Promise<{readonly id: Id}> {
    const {id} = await this.contact({name: 'Somebody Else', email: `hidden-${Date.now().toString(36)}@example.org`});
    return this.#begin('Private', id, 'Not for agents', 'Not for agents');
  }

  async incoming(id: Id, text: string, file?: FileInput): Promise<{readonly id: Id}> {
    const part = {type: 'text/plain', value: text};
    return this.#write(id, file ? await withFile(part, file) : plain(part));
  }

  incomingHtml(id: Id, html: string): Promise<{readonly id: Id}> {
    return this.#write(id, plain({type: 'text/html', value: html}));
  }

  /** Rights hang on queues, so the ticket goes to one where agents may not reply. */
  async deny(id: Id, action: Action): Promise<void> {
    if (action !== 'reply') throw new Error(`There is no queue that denies '${action}'`);
    await this.#ask('PUT', `ticket/${id}`, {Queue: 'Returns'});
  }

  /** Request Tracker keeps every mail that it sends. */
  async contactSees(id: Id): Promise<readonly string[]> {
    const query = `ObjectType = 'RT::Ticket' AND ObjectId = ${id} AND Type = 'EmailRecord'`;
    const mails = await this.#find('transactions', query, 'Type');
    const texts = await Promise.all(
      mails.map((mail) => this.#find('attachments', JSON.stringify([{field: 'TransactionId', value: mail['id']}]), 'Headers,Content,ContentType')),
    );
    const contact = this.#tickets.get(id)?.contact ?? '';
    return texts
      .filter((parts) => parts.some((part) => String(part['Headers']).includes(contact)))
      .map((parts) => parts.map((part) => String(part['Content'])).join('\n'));
  }

  /** A deleted ticket is in no list, so that those of the next check are short. */
  async clear(): Promise<void> {
    await Promise.all([...this.#tickets.keys()].map((id) => this.#ask('PUT', `ticket/${id}`, {Status: 'deleted'})));
  }

  async #begin(queue: string, contactId: Id, subject: string, text: string): Promise<{readonly id: Id}> {
    const contact = this.#addresses.get(contactId) ?? '';
    await this.#mail(queue, contact, subject, plain({type: 'text/plain', value: text}));
    const [made] = await this.#find('tickets', `Requestor.id = ${contactId} AND Queue = '${queue}'`, 'Subject', 'DESC');
    const id = String(made?.['id']);
    this.#tickets.set(id, {queue, contact});
    return {id};
  }

  async #write(id: Id, content: string): Promise<{readonly id: Id}> {
    const {queue, contact} = this.#tickets.get(id) ?? {queue: 'Inbox', contact: 'nobody@example.org'};
    await this.#mail(queue, contact, `Re: [example.test #${id}]`, content);
    const [made] = await this.#find('transactions', `ObjectType = 'RT::Ticket' AND ObjectId = ${id} AND Type = 'Correspond'`, 'Type', 'DESC');
    return {id: String(made?.['id'])};
  }

  /** Hands a mail to Request Tracker, as its mail gateway does. */
  async #mail(queue: string, from: string, subject: string, content: string): Promise<void> {
    const head = [`From: ${from}`, `To: ${queue.toLowerCase()}@example.test`, `Subject: ${subject}`, `Message-ID: <${++this.#mails}.${Date.now()}.${from}>`];
    const form = new FormData();
    form.set('queue', queue);
    form.set('action', 'correspond');
    form.set('SessionType', 'REST');
    form.set('message', `${[...head, 'MIME-Version: 1.0', content].join('\n')}\n`);
    const answer = await fetch(`${this.#url}/REST/1.0/NoAuth/mail-gateway`, {method: 'POST', body: form});
    const said = await answer.text();
    if (!said.startsWith('ok')) throw new Error(`Request Tracker did not take a mail: ${answer.status} ${said}`);
  }

  async #find(what: string, query: string, fields: string, order = 'ASC'): Promise<readonly Json[]> {
    const search = new URLSearchParams({query, fields, orderby: 'id', order, per_page: '100'});
    return (await this.#ask('GET', `${what}?${search.toString()}`))['items'] as readonly Json[];
  }

  async #ask(method: string, path: string, body?: Json): Promise<Json> {
    const headers = {authorization: `token ${this.#token}`, 'content-type': 'application/json'};
    const answer = await fetch(`${this.#url}/REST/2.0/${path}`, {method, headers, body: body && JSON.stringify(body)});
    if (!answer.ok) throw new Error(`Request Tracker answered ${answer.status} to ${method} ${path}`);
    return (await answer.json()) as Json;
  }
}

interface Part {
  readonly type: string;
  readonly value: string;
}

const plain = ({type, value}: Part): string =>
  [`Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', base64(value)].join('\n');

async function withFile(part: Part, {name, mime, blob}: FileInput): Promise<string> {
  const file = [
    `Content-Type: ${mime}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(await blob.arrayBuffer()).toString('base64'),
  ].join('\n');
  return ['Content-Type: multipart/mixed; boundary=loop', '', '--loop', plain(part), '--loop', file, '--loop--'].join('\n');
}

const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/(.{76})/g, '$1\n');
