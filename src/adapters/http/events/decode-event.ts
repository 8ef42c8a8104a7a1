import {safeParse} from 'valibot';
import type {AdapterContext, Id, LoopEvent} from '../../../contract/index.js';
import {eventShapes, isEventType, isPassing} from '../shapes/event.js';
import {typeOf} from '../shapes/values.js';

type Log = AdapterContext['log'];

/**
 * An event of the wire. One that cannot be read is told to the log and answered by a `reset` of its conversation, or of all: something
 * happened that is not known. Undefined for what says nothing to this version.
 */
export function decodeEvent(value: unknown, log: Log): LoopEvent | undefined {
  const type = typeOf(value);
  if (type !== undefined && !isEventType(type)) {
    log?.('debug', `An event of the unknown type ${type} was left out`);
    return undefined;
  }
  if (type !== undefined) {
    const result = safeParse(eventShapes[type], value, {abortEarly: true});
    if (result.success) return result.output;
  }
  log?.('warn', `An event ${type === undefined ? '' : `of type ${type} `}is not what the protocol says`);
  // Over in a moment, or read anew for the asking.
  if (isPassing(type)) return undefined;
  if (type === 'counts.changed') return {type};
  const id = conversationIn(value, type);
  return {type: 'reset', reason: 'gap', scope: id === undefined ? 'all' : {conversationIds: [id]}};
}

/** Which conversation a broken event was about. */
function conversationIn(value: unknown, type: string | undefined): Id | undefined {
  const inside = ['message', 'escalation', 'ticket'].map((key) => at(at(value, key), 'conversationId'));
  const own = type?.startsWith('conversation.') ? [at(at(value, 'conversation'), 'id'), at(value, 'id')] : [];
  return [at(value, 'conversationId'), ...inside, ...own].find((one): one is Id => typeof one === 'string' && one !== '');
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
