import {openPostgres} from '../src/ports/postgres.js';
import type {Database} from '../src/ports/database.js';
import {migrate} from '../src/ports/migrate.js';
import {wordsOf} from '../src/values.js';
import {startServer} from '../test/support/desk.js';
import {asAgent} from '../test/support/raw.js';
import type {Cluster} from '../test/support/postgres-cluster.js';
import {putAccount, putAgent} from '../src/desk/admin.js';
import {contents} from './content.js';
import {percentile} from './figures.js';

const rounds = 100;
const perConversation = 10;

/** The same requests at two sizes: what an index answers hardly grows. */
export async function measureLarge(cluster: Cluster, say: (text: string) => void): Promise<void> {
  const {texts, source} = contents();
  for (const conversations of [10_000, 100_000]) {
    const db = openPostgres({url: await cluster.database()});
    await migrate(db);
    const server = await startServer(db);
    await putAccount(server.services, 'large');
    await putAgent(server.services, 'large', {id: 'ann', name: 'Ann'});
    const began = performance.now();
    await fill(db, conversations, texts);
    say(`${conversations} conversations, ${conversations * perConversation} messages (${source}), filled in ${Math.round((performance.now() - began) / 1_000)} s`);
    const [size] = await db.query<{text: string}>('select pg_size_pretty(pg_database_size(current_database())) as text', []);
    const ann = asAgent(server, 'large', 'ann');
    const words = commonAndRare(texts);
    const measure = async (name: string, path: (round: number) => string) => {
      const times: number[] = [];
      for (let round = -10; round < rounds; round++) {
        const start = performance.now();
        const {status} = await ann.call('GET', path(round + 10));
        if (status !== 200) throw new Error(`${name} answered ${status}`);
        if (round >= 0) times.push(performance.now() - start);
      }
      say(`  ${name}: p50 ${percentile(times, 0.5).toFixed(1)} p95 ${percentile(times, 0.95).toFixed(1)} ms`);
    };
    say(`  database ${size?.text ?? '?'}`);
    await measure('list, active, first page of 50', () => '/conversations?view=active&limit=50');
    await measure('list, archived, first page of 50', () => '/conversations?view=archived&limit=50');
    const {body} = await ann.call<{next: string}>('GET', '/conversations?view=archived&limit=500');
    await measure('list, archived, a later page of 50', () => `/conversations?view=archived&limit=50&cursor=${encodeURIComponent(body.next)}`);
    await measure('list, active, assigned to me', () => '/conversations?view=active&assignee=me&limit=50');
    await measure('thread, latest page of 50', (round) => `/conversations/c${(round * 7_919) % conversations}/messages?limit=50`);
    await measure('counts', () => '/counts');
    await measure('search, a common word', (round) => `/search?text=${encodeURIComponent(words.common[round % words.common.length] ?? '')}`);
    await measure('search, a rare word', (round) => `/search?text=${encodeURIComponent(words.rare[round % words.rare.length] ?? '')}`);
    await measure('search, two words', (round) => `/search?text=${encodeURIComponent(`${words.common[round % words.common.length]} ${words.middle[round % words.middle.length]}`)}`);
    await server.close();
    await db.close();
  }
}

/** Words by how many texts hold them. */
function commonAndRare(texts: readonly string[]) {
  const counts = new Map<string, number>();
  for (const text of texts.slice(0, 20_000)) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].filter(([word]) => word.length > 2).sort((a, b) => b[1] - a[1]).map(([word]) => word);
  return {common: sorted.slice(0, 30), middle: sorted.slice(300, 360), rare: sorted.slice(-200)};
}

async function fill(db: Database, conversations: number, texts: readonly string[]): Promise<void> {
  const start = Date.now() - 90 * 86_400_000;
  const words = texts.map((text) => wordsOf(text));
  await db.query(
    `insert into contact (account, id, name, email, words, created_at)
     select 'large', 'k' || n, 'Customer ' || n, 'customer' || n || '@example.org', array_to_tsvector(array['customer', n::text]), $2 from generate_series(0, $1::int) n`,
    [Math.floor(conversations / 4), start],
  );
  await db.query(
    `insert into conversation (account, id, number, subject, state, channel_kind, contact, assignee, last_ord, last_incoming_ord, read_floor, last_said, created_at, activity_at, waiting_since, words)
     select 'large', 'c' || n, n::text, 'Order ' || n, case when n % 10 = 0 then 'active' when n % 100 = 1 then 'snoozed' else 'archived' end, 'web-chat',
       'k' || (n / 4), case when n % 30 = 0 then 'ann' end, $2::bigint, $2::bigint - 1, case when n % 20 = 0 then 0 else $2::bigint end, 'c' || n || 'm' || $2::bigint,
       $3::bigint + n::bigint * 60000, $3::bigint + n::bigint * 70000, case when n % 10 = 0 then $3::bigint + n::bigint * 70000 end, array_to_tsvector(array['order', n::text])
     from generate_series(0, $1::int - 1) n`,
    [conversations, perConversation, start],
  );
  const batch = 5_000;
  const total = conversations * perConversation;
  for (let from = 0; from < total; from += batch) {
    const rows = Array.from({length: Math.min(batch, total - from)}, (_, index) => {
      const n = from + index;
      const conversation = Math.floor(n / perConversation);
      const ord = (n % perConversation) + 1;
      const text = n % texts.length;
      return {conversation: `c${conversation}`, ord, id: `c${conversation}m${ord}`, kind: ord % 2 ? 'incoming' : 'reply', body: texts[text], words: words[text], at: start + conversation * 60_000 + ord * 1_000};
    });
    await db.query(
      `insert into message (account, conversation, ord, id, kind, author_kind, author_id, author, format, body, delivery, created_at, words)
       select 'large', x->>'conversation', (x->>'ord')::bigint, x->>'id', x->>'kind', case x->>'kind' when 'reply' then 'agent' else 'contact' end, 'ann',
         '{"kind":"agent","id":"ann","name":"Ann"}', 'text', x->>'body', case x->>'kind' when 'reply' then 'sent' end, (x->>'at')::bigint,
         array_to_tsvector(array(select jsonb_array_elements_text(x->'words')))
       from jsonb_array_elements($1::jsonb) x`,
      [JSON.stringify(rows)],
    );
  }
  await db.query('vacuum analyze');
}
