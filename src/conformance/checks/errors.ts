import {AdapterError, type AdapterContext} from '../../contract/index.js';
import {callTable} from '../calls.js';
import {defineChecks} from '../check.js';
import {claim, claimAborts, claimEqual, claimRejects, NotProven, settled, show} from '../claims.js';
import type {CheckContext} from '../context.js';
import {hook} from '../needs.js';

export const errorChecks = defineChecks([
  {
    id: 'error/401-refreshes-once-then-auth',
    level: 'resilience',
    title: 'asks for a fresh token once when the old one is refused, and rejects with `auth` when that is refused too',
    run: async (t) => {
      const {faults} = t;
      const agent = t.setup.agents[0];
      if (!agent.getToken) throw new NotProven('the agents of the target have no getToken');
      const id = await t.conversation();
      let asked = 0;
      let answers: AdapterContext['getToken'] = (why, options) => agent.getToken?.(why, options);
      const session = await t.connect({
        ...agent,
        getToken: (why, options) => {
          if (why === 'expired') asked++;
          return answers?.(why, options);
        },
      });
      faults.expireToken();
      claimEqual((await session.getConversation(id, {})).id, id, 'a call goes through with a fresh token');
      claimEqual(asked, 1, "getToken('expired') is asked once");
      faults.expireToken();
      answers = () => `nobody-${t.key()}`;
      asked = 0;
      await claimRejects(session.getConversation(id, {}), 'auth', 'a call whose fresh token is refused too is refused');
      claimEqual(asked, 1, "getToken('expired') is asked once, not again and again");
    },
  },
  {
    id: 'error/403',
    level: 'resilience',
    title: 'answers `forbidden`, not applied, where the backend says the agent may not',
    run: async (t) => {
      const {faults} = t;
      const id = await t.conversation();
      faults.failNext(1, {status: 403});
      const error = await claimRejects(t.reply(id, t.words('May I?')), 'forbidden', 'status 403 is refused');
      claimEqual(error.applied, 'no', "`applied` of a refused write is 'no'");
      claim(!error.retryable, 'a refused write is not retryable');
    },
  },
  {
    id: 'error/404',
    level: 'core',
    title: 'answers `not-found` from every call about a conversation that does not exist',
    run: async (t) => {
      const id = t.key();
      const calls = {
        getConversation: t.session.getConversation(id, {}),
        listMessages: t.session.listMessages(id, {}, {}),
        sendMessage: t.reply(id, t.words('Hello')),
        setState: t.session.setState(id, 'archived', {}),
      };
      const outcomes = Object.entries(calls).map(async ([name, call]) => {
        const error = await claimRejects(call, 'not-found', `${name}() of an unknown conversation is refused`);
        claim(!error.retryable, `the \`not-found\` of ${name}() is not retryable`);
      });
      const [failed] = (await Promise.allSettled(outcomes)).filter((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
    },
  },
  {
    id: 'error/422-issues-have-paths',
    level: 'core',
    title: 'names in each `validation` what is wrong and where',
    run: async (t) => {
      const id = await t.conversation();
      const error = await claimRejects(t.reply(id, ''), 'validation', 'an empty reply is refused');
      const issues = error.init.code === 'validation' ? error.init.issues : [];
      claim(issues.length > 0, '`issues` of a `validation` holds at least one');
      for (const issue of issues) {
        claim(typeof issue.path === 'string' && issue.path !== '', `each issue has a \`path\`, not ${show(issue.path)}`);
        claim(typeof issue.message === 'string' && issue.message !== '', `each issue has a \`message\`, not ${show(issue.message)}`);
      }
    },
  },
  {
    id: 'error/429-retry-after-ms',
    level: 'resilience',
    title: 'answers `rate-limited` with the time to wait in ms, once, without trying again itself',
    run: async (t) => {
      const {faults} = t;
      const id = await t.conversation();
      faults.failNext(1, {status: 429, retryAfter: 2});
      const words = t.words('Slower');
      const error = await claimRejects(t.reply(id, words), 'rate-limited', 'status 429 is told');
      claim([2_000, undefined].includes(error.retryAfterMs), `\`retryAfterMs\` is 2000 or, where it cannot be read, absent, not ${error.retryAfterMs ?? ''}`);
      claim(error.retryable, '`rate-limited` is retryable');
      claimEqual(await t.count(id, words), 0, 'the adapter does not send again by itself');
    },
  },
  {
    id: 'error/5xx-unavailable',
    level: 'resilience',
    title: "answers `unavailable` for a failing backend, applied 'maybe' for a write that met a 500",
    run: async (t) => {
      const {faults} = t;
      const id = await t.conversation();
      for (const status of [500, 502, 503]) {
        faults.failNext(1, {status});
        await claimRejects(t.session.getConversation(id, {}), 'unavailable', `a read met by status ${status} is told`);
      }
      faults.failNext(1, {status: 500});
      const error = await claimRejects(t.reply(id, t.words('Hello')), 'unavailable', 'a write met by status 500 is told');
      claimEqual(error.applied, 'maybe', "`applied` of a write that met a 500 is 'maybe': it may come after the commit");
      claim(error.retryable, '`unavailable` is retryable');
    },
  },
  {
    id: 'error/html-answer-is-protocol',
    level: 'resilience',
    title: 'answers `protocol` when a page of HTML comes instead of data',
    run: async (t) => {
      const garble = hook(t.faults, 'garbleNext');
      const id = await t.conversation();
      garble(1);
      await claimRejects(t.session.getConversation(id, {}), 'protocol', 'an HTML page in place of an answer is told');
    },
  },
  {
    id: 'error/abort-is-signal-reason',
    level: 'core',
    title: "rejects every aborted call with its signal's reason",
    run: async (t) => {
      const id = await t.conversation();
      for (const [name, call] of Object.entries(callTable(t, id))) {
        await claimAborts((signal) => call({signal}), `${name}()`);
      }
      const after = await t.session.getConversation(id, {});
      claimEqual(after.state, 'active', 'aborted calls change nothing');
    },
  },
  {
    id: 'error/no-secrets-in-message',
    level: 'core',
    title: 'keeps tokens and what customers wrote out of error messages',
    run: async (t) => {
      const token = `token-${t.key()}-${t.key()}`;
      const refused = await settled(t.connect({...t.setup.agents[0], getToken: () => token}));
      const secret = t.words('my card number is 4111');
      const errors = [refused, await settled(t.reply(t.key(), secret)), await settled(t.session.setState(t.key(), 'archived', {}))];
      for (const outcome of errors) {
        if (!('error' in outcome)) continue;
        const text = everythingIn(outcome.error);
        claim(!text.includes(token), 'no error names the token');
        claim(!text.includes(secret), 'no error holds the text of a message');
      }
    },
  },
  {
    id: 'error/brand-works-across-copies',
    level: 'core',
    title: 'throws errors that carry the brand of AdapterError, whichever copy of the package made them',
    run: async (t: CheckContext) => {
      const error = await claimRejects(t.session.getConversation(t.key(), {}), 'not-found', 'an unknown conversation is refused');
      claim(Symbol.for('loop-inbox/adapter-error') in error, 'the error carries the brand');
      claim(AdapterError.is(error), 'AdapterError.is() knows it');
      claim(error instanceof Error, 'it is an Error');
      claim(error.message !== '', 'it has a message');
      claimEqual(error.init.code, error.code, '`init.code` is its `code`');
      claimEqual(error.applied, 'no', "`applied` of a `not-found` is 'no'");
    },
  },
]);

/** Message, causes and details of an error, as a log would show them. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const init: unknown = AdapterError.is(error) ? error.init : undefined;
  const cause = error.cause === undefined ? '' : everythingIn(error.cause);
  return `${error.message} ${error.stack ?? ''} ${JSON.stringify(init) ?? ''} ${cause}`;
}
