import {describe, expect, it} from 'vitest';
import {
  checkConformance,
  checkList,
  report,
  runConformance,
  withFaults,
  type CheckId,
  type Setup,
  type Target,
} from '../../../src/conformance/index.js';
import {memorySetup, memoryTarget} from '../../support/memory-target.js';

/** A runner that keeps the tests it is given. */
function keeper() {
  const suites: string[] = [];
  const tests = new Map<string, (this: unknown, ...given: unknown[]) => Promise<void>>();
  return {
    suites,
    tests,
    runner: {
      describe: (name: string, define: () => void) => {
        suites.push(name);
        define();
      },
      test: (name: string, run: (this: unknown, ...given: unknown[]) => Promise<void>) => void tests.set(name, run),
    },
    run: (id: CheckId, self?: unknown, ...given: unknown[]) => {
      const [, run] = [...tests].find(([name]) => name.startsWith(`${id}: `)) ?? [];
      return run!.apply(self, given);
    },
  };
}

const altered = (alter: (setup: Setup) => Setup, more: Partial<Target> = {}): Target => ({
  name: 'altered',
  setup: () => Promise.resolve(alter(memorySetup())),
  ...more,
});

describe('the conformance suite', () => {
  it('names each check once, as theme/duty, with a sentence', () => {
    const list = checkList();
    expect(new Set(list.map(({id}) => id)).size).toBe(list.length);
    for (const {id, title} of list) {
      expect(id).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
      expect(title.split(' ').length).toBeGreaterThan(2);
    }
  });

  it('gives the runner one suite with a test for each check', () => {
    const {suites, tests, runner} = keeper();
    runConformance(memoryTarget(), runner);
    expect(suites).toEqual(['memory conforms to the adapter contract']);
    expect(tests.size).toBe(checkList().length);
  });

  it('runs only the checks that are asked for', () => {
    const {tests, runner} = keeper();
    runConformance(memoryTarget(), runner, ['get/not-found']);
    expect([...tests.keys()]).toEqual(['get/not-found: answers `not-found` for a conversation that does not exist']);
  });

  it('refuses ids that do not exist', async () => {
    const unknown = 'list/no-such-check' as CheckId;
    expect(() => runConformance(memoryTarget(), keeper().runner, [unknown])).toThrow('list/no-such-check');
    await expect(checkConformance({...memoryTarget(), skip: {[unknown]: 'old'}})).rejects.toThrow('list/no-such-check');
  });

  it('refuses a skip without a reason', async () => {
    await expect(checkConformance({...memoryTarget(), skip: {'get/not-found': ' '}})).rejects.toThrow('needs a reason');
  });

  it('reports a skipped check with its reason and does not run it', async () => {
    const target = altered(() => expect.fail('set up'), {skip: {'get/not-found': 'the backend has no ids'}});
    const {checks} = await checkConformance(target, {only: ['get/not-found']});
    expect(checks).toMatchObject([{verdict: 'skipped', reason: 'the backend has no ids'}]);
  });

  it('reports what cannot be tried for want of a hook as not proven', async () => {
    const target = altered((setup) => ({...setup, seed: {...setup.seed, hidden: undefined}, faults: undefined}));
    const {checks} = await checkConformance(target, {only: ['get/forbidden-not-leaked-as-data', 'error/5xx-unavailable']});
    expect(checks).toMatchObject([
      {verdict: 'not proven', reason: "the target has no hook 'hidden'"},
      {verdict: 'not proven', reason: 'the target has no fault hooks'},
    ]);
  });

  it('reports what the adapter does not claim as not declared', async () => {
    const {checks} = await checkConformance(memoryTarget('memory', {automated: false}), {only: ['automation/hand-off-moves-view']});
    expect(checks).toMatchObject([{verdict: 'not declared', reason: "the session has no group 'automation'"}]);
  });

  it('tells vitest and node:test through their context that a check proved nothing', async () => {
    const kept = keeper();
    runConformance(altered((setup) => ({...setup, inbox: undefined})), kept.runner);
    const said: string[] = [];
    await kept.run('events/cut-then-no-loss', undefined, {skip: (why: string) => said.push(why)});
    expect(said).toEqual(["not proven: the target has no hook 'inbox'"]);
  });

  it('tells Mocha through `this`, and takes no callback from it', async () => {
    const kept = keeper();
    runConformance(altered((setup) => ({...setup, inbox: undefined})), kept.runner);
    expect([...kept.tests.values()].map((run) => run.length)).toEqual(checkList().map(() => 0));
    let skipped = 0;
    await kept.run('events/cut-then-no-loss', {skip: () => skipped++});
    expect(skipped).toBe(1);
  });

  it('gathers the results while the runner goes on', async () => {
    const kept = keeper();
    const results = runConformance(memoryTarget(), kept.runner);
    await kept.run('get/not-found');
    expect(results.checks).toMatchObject([{id: 'get/not-found', verdict: 'passed'}]);
  });

  it('fails a check whose target cannot be set up, and goes on with the next', async () => {
    let calls = 0;
    const target: Target = {
      name: 'shaky',
      setup: () => (calls++ ? Promise.resolve(memorySetup()) : Promise.reject(new Error('no database'))),
    };
    const {checks} = await checkConformance(target, {only: ['get/not-found', 'error/404']});
    expect(checks.map(({verdict}) => verdict)).toEqual(['failed', 'passed']);
    expect(checks[0]?.reason).toContain('no database');
  });

  it('tears each target down, also after a failed check', async () => {
    let open = 0;
    const target = altered((setup) => {
      open++;
      const adapter = {...setup.adapter, connect: () => Promise.reject(new Error('down'))};
      return {...setup, adapter, teardown: () => Promise.resolve(void open--)};
    });
    const {checks} = await checkConformance(target, {only: ['get/not-found', 'error/404']});
    expect(checks.map(({verdict}) => verdict)).toEqual(['failed', 'failed']);
    expect(open).toBe(0);
  });

  it('fails a check after which the sessions or the target cannot be closed', async () => {
    const target = altered((setup) => ({...setup, teardown: () => new Promise<void>(() => {})}), {timing: {checkMs: 50}});
    const {checks} = await checkConformance(target, {only: ['get/not-found']});
    expect(checks).toMatchObject([{verdict: 'failed', reason: expect.stringContaining('closing the sessions') as string}]);
  });

  it('reports results as a table for people and as data for machines', async () => {
    const target = altered((setup) => ({...setup, inbox: undefined}), {name: 'memory', skip: {'get/not-found': 'ids | names'}});
    const results = await checkConformance(target, {only: ['get/not-found', 'error/404', 'events/cut-then-no-loss']});
    const {json, markdown} = report(results);
    expect(json).toMatchObject({
      target: 'memory',
      conforms: false,
      counts: {core: {passed: 1, skipped: 1}, resilience: {'not proven': 1}},
    });
    expect(markdown).toContain('**Does not keep the contract.**');
    expect(markdown).toContain('| ✓ passed | `error/404` | core |');
    expect(markdown).toContain('| – skipped | `get/not-found` | core |');
    expect(markdown).toContain('ids \\| names');
  });

  it('begins a report with what an author has to look at, each reason once', async () => {
    const target = altered((setup) => ({...setup, adapter: {...setup.adapter, connect: () => Promise.reject(new Error('down'))}}), {name: 'memory'});
    const failing = report(await checkConformance(target, {only: ['get/not-found', 'error/404']})).markdown;
    expect(failing).toContain('### Failed\n\n- `get/not-found`, `error/404`: Unexpected: Error: down\n');
    expect(failing).not.toContain('### Not proven');
    const bare = altered((setup) => ({...setup, inbox: undefined, faults: undefined}));
    const unproven = report(await checkConformance(bare, {only: ['error/403', 'error/429-retry-after-ms', 'events/cut-then-no-loss']})).markdown;
    expect(unproven).toContain("- `error/403`, `error/429-retry-after-ms`: the target has no fault hooks\n- `events/cut-then-no-loss`: the target has no hook 'inbox'\n");
    expect(unproven.indexOf('### Not proven')).toBeLessThan(unproven.indexOf('### All checks'));
  });

  it('has the inbox wait for a backend that needs more than a second, when the target says that it is slow', async () => {
    const slow = altered(
      (setup) => {
        const {clock} = setup.agents[0];
        return {...setup, adapter: withFaults(setup.adapter, {call: (method) => ({fate: 'answered', backMs: method === 'listMessages' ? 1_300 : 0}), clock})};
      },
      {timing: {settleMs: 12_000, checkMs: 30_000}},
    );
    const {checks} = await checkConformance(slow, {only: ['events/duplicates-tolerated']});
    expect(checks).toMatchObject([{verdict: 'passed'}]);
  }, 30_000);
});
