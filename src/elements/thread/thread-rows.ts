import type {Id, Timestamp} from '../../model/index.js';
import {mayHaveLinks} from '../../internal/plain-text.js';
import type {Thread, ThreadMessage} from '../../store/state.js';

/** Where a message stands among those its author wrote one after the other. */
export type Place = 'alone' | 'first' | 'middle' | 'last';

export type ThreadRow =
  | {readonly type: 'day'; readonly key: string; readonly at: Timestamp}
  | {readonly type: 'unread'; readonly key: string}
  | {readonly type: 'activity'; readonly key: string; readonly message: ThreadMessage}
  | {
      readonly type: 'message';
      readonly key: string;
      readonly message: ThreadMessage;
      readonly place: Place;
      /** Has links, marks or HTML: it becomes richer once the part that can is there. */
      readonly rich: boolean;
    };

/** What is worked out once per message. */
interface Facts {
  readonly at: number;
  readonly day: string;
  readonly rich: boolean;
}

/** Messages of one author that are no further apart stand together. */
const togetherMs = 5 * 60_000;

const hasMarks = /[*_`#~|\\[\]]|^\s*(?:[-+>]|\d+[.)])\s/m;

/** True for a body that can be shown as it is: Markdown without a mark is plain text. */
export const isPlain = ({format, value}: ThreadMessage['body']): boolean =>
  format === 'text' || (format === 'markdown' && !hasMarks.test(value));

/** Messages that come as a mail or a page are shown on a card of their own. */
export const isCard = (message: ThreadMessage): boolean =>
  message.kind === 'incoming' && !message.deleted && (message.mail !== undefined || message.body.format === 'html');

/** Makes the rows of a thread: days, the unread divider, activities, and messages in groups. */
export class ThreadRows {
  readonly #facts = new WeakMap<ThreadMessage, Facts>();
  #made: {readonly thread: Thread; readonly rows: readonly ThreadRow[]} | undefined;

  of(thread: Thread): readonly ThreadRow[] {
    if (this.#made?.thread === thread) return this.#made.rows;
    const rows = this.#make(thread);
    this.#made = {thread, rows};
    return rows;
  }

  #make(thread: Thread): ThreadRow[] {
    const messages = thread.keys.keys.flatMap((key) => thread.messages.get(key) ?? []);
    const rows: ThreadRow[] = [];
    messages.forEach((message, index) => {
      const before = messages[index - 1];
      const following = messages[index + 1];
      const facts = this.#factsOf(message);
      if (!before || this.#factsOf(before).day !== facts.day) rows.push({type: 'day', key: `day ${message.key}`, at: message.createdAt});
      if (isFirstNews(messages, index, thread.dividerAfter)) rows.push({type: 'unread', key: 'unread'});
      if (message.kind === 'activity') rows.push({type: 'activity', key: message.key, message});
      else {
        const joinsBefore = before !== undefined && this.#together(before, message, thread.dividerAfter);
        const joinsNext = following !== undefined && this.#together(message, following, thread.dividerAfter);
        const place = joinsBefore ? (joinsNext ? 'middle' : 'last') : joinsNext ? 'first' : 'alone';
        rows.push({type: 'message', key: message.key, message, place, rich: facts.rich});
      }
    });
    return rows;
  }

  #together(a: ThreadMessage, b: ThreadMessage, dividerAfter: Id | undefined): boolean {
    if (a.kind !== b.kind || a.kind === 'note' || a.kind === 'activity' || a.id === dividerAfter) return false;
    if (a.author.kind !== b.author.kind || a.author.id !== b.author.id || isCard(a) || isCard(b)) return false;
    const [first, second] = [this.#factsOf(a), this.#factsOf(b)];
    return first.day === second.day && Math.abs(second.at - first.at) <= togetherMs;
  }

  #factsOf(message: ThreadMessage): Facts {
    const known = this.#facts.get(message);
    if (known) return known;
    const at = Date.parse(message.createdAt);
    const {body} = message;
    const facts = {
      at,
      day: new Date(at).toDateString(),
      rich: !isPlain(body) || mayHaveLinks(body.value) || (body.quoted !== undefined && mayHaveLinks(body.quoted)),
    };
    this.#facts.set(message, facts);
    return facts;
  }
}

/** The divider stands before the first message that is news; activities between it and the last one read are none. */
function isFirstNews(messages: readonly ThreadMessage[], index: number, dividerAfter: Id | undefined): boolean {
  if (dividerAfter === undefined || messages[index]?.kind === 'activity') return false;
  for (let at = index - 1; at >= 0; at--) {
    const message = messages[at];
    if (message?.id === dividerAfter) return true;
    if (message?.kind !== 'activity') return false;
  }
  return false;
}
