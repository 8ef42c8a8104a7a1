// Measures the server on a PostgreSQL of its own: npm run bench:server
//   --nodes N       nodes behind the generator (1)
//   --rate N        messages a second at first (200); raised by a quarter until p95 passes 50 ms
//   --runs N        runs at the first rate (5)
//   --seconds N     of one run after 10 s of warm-up (60)
//   --kills N       until N events were told, by two nodes that are killed in turn, to readers that are cut off (100,000 asks for about 4 minutes)
//   --large         100,000 conversations and 1,000,000 messages: list, thread, search, and the same at a tenth of it
import {cpus} from 'node:os';
import {parseArgs} from 'node:util';
import {startCluster} from '../test/support/postgres-cluster.js';
import {measureKills} from './kills.js';
import {measureLarge} from './large.js';
import {measureLive} from './live.js';

const {values} = parseArgs({
  options: {
    nodes: {type: 'string', default: '1'},
    rate: {type: 'string', default: '200'},
    runs: {type: 'string', default: '5'},
    seconds: {type: 'string', default: '60'},
    kills: {type: 'string'},
    large: {type: 'boolean', default: false},
  },
});

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

const cluster = await startCluster();
if (!cluster) {
  say('not run: PostgreSQL is not installed');
} else {
  say(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}; generator, nodes and PostgreSQL together on them; Node ${process.version}`);
  try {
    if (values.large) await measureLarge(cluster, say);
    else if (values.kills !== undefined) await measureKills(cluster, Number(values.kills), say);
    else {
      const given = {nodes: Number(values.nodes), rate: Number(values.rate), runs: Number(values.runs), seconds: Number(values.seconds)};
      await measureLive(cluster, given, say);
    }
  } finally {
    await cluster.stop();
  }
}
