#!/usr/bin/env node
// Turns a file of dialogues into a conversation file: node scripts/convert-dialogues.mjs INPUT [OUTPUT]
//
// A dialogue is {id, source, channel, licence?, meta?: {company?}, turns: [{role: customer|agent|system, name, at, text}]};
// `name` and `at` may be null. Everything that is made up here follows from the dialogue alone, so the same input gives the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const SPACE_BETWEEN_TURNS = 40 * SECOND;
/** Dialogues without any time are spread over this long before the newest one. */
const SPREAD = 120 * DAY;
/** The newest message is this old when the file is opened. */
const AGE_OF_NEWEST = 4 * MINUTE;
/** Stands for the newest time where no dialogue has one. */
const NEWEST_WITHOUT_TIMES = Date.UTC(2026, 0, 12, 15);
const ACTIVE = 200;
const SUBJECT_CHARS = 60;

const ME = { id: 'me', name: 'Robin Vale', availability: 'online' };
/** Who answered where the dialogue does not say; one of them for a whole dialogue. */
const UNNAMED = [ME, ...['Ada Lind', 'Bo Hansen', 'Chidi Obi', 'Dana Weiss', 'Eli Moreau', 'Farah Aziz', 'Goran Kos'].map((name, index) => ({ id: `agent-unnamed-${index + 1}`, name }))];

const CHANNELS = { twitter: 'social', phone: 'voice', chat: 'web-chat', mail: 'email', email: 'email' };
const SOURCES = {
  'ibm-twitter': 'Twitter',
  agentune: 'Insurance calls',
  abcd: 'ABCD',
  sgd: 'SGD',
  taskmaster4: 'Taskmaster',
  'irc-ubuntu': 'Ubuntu',
  'irc-mediawiki': 'MediaWiki',
  'irc-rust': 'Rust',
  'irc-stripe': 'Stripe',
};
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", nbsp: '\u00a0' };

/** FNV-1a: a stable number for a text, from 0 to 1. */
function share(text) {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0), 0x01000193) >>> 0;
  return hash / 0x1_0000_0000;
}

/** Once only: `&amp;gt;` is a written `&gt;`. */
const decoded = (text) => text.replace(/&(amp|lt|gt|quot|apos|#39|nbsp);/g, (_all, name) => ENTITIES[name]);

/** The texts of public posts are stored with their HTML entities; all others mean what they say. */
const textOf = (dialogue, turn) => (dialogue.channel === 'twitter' ? decoded(turn.text) : turn.text);

const iso = (time) => new Date(time).toISOString();

/**
 * A time for each turn, never earlier than the one before. Turns between two known times share the gap, others follow each 40 s.
 *
 * @returns ms since the epoch, or undefined when the dialogue has no time at all.
 */
function timesOf(turns) {
  const times = turns.map((turn) => (turn.at ? Date.parse(turn.at) : NaN));
  const known = times.flatMap((time, index) => (Number.isNaN(time) ? [] : [index]));
  if (!known.length) return undefined;
  const [first] = known;
  for (let index = first - 1; index >= 0; index--) times[index] = times[index + 1] - SPACE_BETWEEN_TURNS;
  for (let index = first + 1; index < times.length; index++) {
    const before = times[index - 1];
    if (!Number.isNaN(times[index])) times[index] = Math.max(before, times[index]);
    else {
      const next = known.find((other) => other > index);
      const gap = next === undefined ? SPACE_BETWEEN_TURNS : Math.min(SPACE_BETWEEN_TURNS, (times[next] - before) / (next - index + 1));
      times[index] = before + Math.max(0, Math.floor(gap));
    }
  }
  return times;
}

/** Times of a dialogue that has none: its last turn falls somewhere within the months before `newest`. */
function madeUpTimes(dialogue, newest) {
  const end = newest - Math.floor(share(dialogue.id) * SPREAD);
  return dialogue.turns.map((_turn, index) => end - (dialogue.turns.length - 1 - index) * SPACE_BETWEEN_TURNS);
}

/** Hands out one id for each name, in the order in which the names come up. */
class People {
  constructor(prefix) {
    this.prefix = prefix;
    this.byName = new Map();
    this.list = [];
  }

  add(name, rest = {}) {
    const person = { id: `${this.prefix}-${this.list.length + 1}`, name, ...rest };
    this.list.push(person);
    return person;
  }

  named(name) {
    if (!this.byName.has(name)) this.byName.set(name, this.add(name));
    return this.byName.get(name);
  }
}

function contactOf(dialogue, contacts, visitors) {
  const { name } = dialogue.turns.find((turn) => turn.role === 'customer' && turn.name) ?? {};
  if (name) return contacts.named(`${name}`);
  const kind = dialogue.channel === 'phone' ? 'Caller' : 'Visitor';
  visitors[kind] = (visitors[kind] ?? 0) + 1;
  return contacts.add(`${kind} ${visitors[kind]}`);
}

function messageOf(dialogue, turn, at, agentOf) {
  const text = textOf(dialogue, turn);
  if (turn.role === 'customer') return { kind: 'incoming', at, text };
  if (turn.role === 'agent') return { kind: 'reply', by: agentOf(turn).id, at, text };
  return { kind: 'activity', by: 'system', at, text, activity: { type: 'other' } };
}

function subjectOf(dialogue) {
  if (CHANNELS[dialogue.channel] !== 'email') return undefined;
  const line = textOf(dialogue, dialogue.turns[0]).trim().split(/\s+/).join(' ');
  return line.length <= SUBJECT_CHARS ? line : `${line.slice(0, line.lastIndexOf(' ', SUBJECT_CHARS) + 1 || SUBJECT_CHARS).trimEnd()}…`;
}

function channelOf(dialogue) {
  const kind = CHANNELS[dialogue.channel] ?? dialogue.channel;
  const name = dialogue.meta?.company ? `@${dialogue.meta.company}` : SOURCES[dialogue.source];
  return { kind, ...(name && { name }) };
}

/** How many messages of the contact stand after the last answer. */
function waiting(messages) {
  const answered = messages.findLastIndex((message) => message.kind === 'reply');
  return messages.slice(answered + 1).filter((message) => message.kind === 'incoming').length;
}

/** Other names that wrote in the customer's place: a conversation has one contact. */
function othersOf(dialogue, contact) {
  const names = new Set(dialogue.turns.filter((turn) => turn.role === 'customer' && turn.name).map((turn) => turn.name));
  names.delete(contact.name);
  return [...names].join(', ');
}

/** Throws a readable `TypeError` for anything that is not a list of dialogues. */
function check(dialogues) {
  if (!Array.isArray(dialogues)) throw new TypeError('not a list of dialogues');
  dialogues.forEach((dialogue, index) => {
    const where = `dialogue ${index + 1}`;
    if (typeof dialogue?.id !== 'string' || !Array.isArray(dialogue.turns) || !dialogue.turns.length) throw new TypeError(`${where} has no id or no turns`);
    for (const turn of dialogue.turns) {
      if (typeof turn?.text !== 'string' || !['customer', 'agent', 'system'].includes(turn.role)) throw new TypeError(`${where} has a turn without text or with an unknown role`);
      if (turn.at && Number.isNaN(Date.parse(turn.at))) throw new TypeError(`${where} has a time that can't be read: ${turn.at}`);
    }
  });
}

export function convertDialogues(dialogues) {
  check(dialogues);
  const real = dialogues.map((dialogue) => timesOf(dialogue.turns));
  const newest = real.reduce((latest, times) => Math.max(latest, times?.at(-1) ?? -Infinity), -Infinity);
  const end = newest === -Infinity ? NEWEST_WITHOUT_TIMES : newest;
  const times = dialogues.map((dialogue, index) => real[index] ?? madeUpTimes(dialogue, end));
  const active = new Set(
    dialogues
      .map((_dialogue, index) => index)
      .sort((a, b) => times[b].at(-1) - times[a].at(-1) || a - b)
      .slice(0, ACTIVE),
  );

  const contacts = new People('contact');
  const agents = new People('agent');
  const visitors = {};
  const conversations = dialogues.map((dialogue, index) => {
    const contact = contactOf(dialogue, contacts, visitors);
    const unnamed = UNNAMED[Math.floor(share(`${dialogue.id}/agent`) * UNNAMED.length)];
    const agentOf = (turn) => (turn.name ? agents.named(turn.name) : unnamed);
    const messages = dialogue.turns.map((turn, position) => messageOf(dialogue, turn, iso(times[index][position]), agentOf));
    const assignee = messages.findLast((message) => message.kind === 'reply')?.by;
    const subject = subjectOf(dialogue);
    const others = othersOf(dialogue, contact);
    const unread = active.has(index) ? waiting(messages) : 0;
    return {
      id: dialogue.id,
      number: String(1001 + index),
      ...(subject && { subject }),
      state: active.has(index) ? 'active' : 'archived',
      channel: channelOf(dialogue),
      contact: contact.id,
      ...(assignee && { assignee }),
      ...(dialogue.source && { tags: [dialogue.source] }),
      ...(others && { attributes: [{ key: 'also-customer', label: 'Also wrote as the customer', value: others }] }),
      ...(unread && { unread }),
      messages,
    };
  });

  const distinct = (key) => [...new Set(dialogues.map((dialogue) => dialogue[key]).filter(Boolean))];
  const sources = distinct('source');
  return {
    format: 'loop-inbox/conversations',
    version: 1,
    about: { title: 'Converted dialogues', source: sources.join(', '), licence: distinct('licence').join('; ') },
    now: iso(end + AGE_OF_NEWEST),
    me: ME.id,
    agents: [...UNNAMED, ...agents.list],
    tags: sources.map((source) => ({ id: source, name: SOURCES[source] ?? source })),
    contacts: contacts.list,
    conversations,
  };
}

function main([input, output, ...rest]) {
  if (!input || rest.length || input === '--help') {
    console.error('Usage: node scripts/convert-dialogues.mjs INPUT [OUTPUT]');
    process.exitCode = input === '--help' ? 0 : 2;
    return;
  }
  try {
    const file = convertDialogues(JSON.parse(readFileSync(input, 'utf8')));
    const text = `${JSON.stringify(file, undefined, 1)}\n`;
    if (!output) return void process.stdout.write(text);
    writeFileSync(output, text);
    const messages = file.conversations.reduce((sum, { messages: { length } }) => sum + length, 0);
    console.log(`${file.conversations.length} conversations, ${messages} messages: ${output}`);
  } catch (error) {
    console.error(`${input}: ${error.message}`);
    process.exitCode = 2;
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
