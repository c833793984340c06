import type { Light } from '@amaan/contracts/traffic/signal-decision';
import type { SignalController } from '@amaan/traffic-management/signals/controller';
import { describe, expect, it } from 'vitest';
import { assignedJunction } from '../testing/test-plane.ts';
import { JunctionRunner } from './junction-runner.ts';
import { OutputKeeper } from './output-keeper.ts';

/** Unix seconds at which the fixed plan of the test junction begins a round. */
const START = 76 * 23_000_000;

/** A junction that is seen, permitted and obeyed, under a controller of the test. */
async function runnerOf(controller: SignalController) {
  const assigned = assignedJunction();
  const shown: string[] = [];
  const output = new OutputKeeper({
    prepare: async () => undefined,
    show: async ({ stage }) => void shown.push(stage),
    release: async () => void shown.push('released'),
    read: async () => [] as Light[],
    clock: null,
    [Symbol.asyncDispose]: async () => undefined,
  });
  output.want(null);
  await output.settled();
  const runner = new JunctionRunner({
    ...{ assigned, output, controller, now: START },
    desk: { denialOf: () => null, untilOf: () => null },
    sights: {
      views: (_, { lanes }) => ({
        lanes: lanes.map(({ id }) => ({ lane: id, vehicles: [], departed: 0, isOccupied: false })),
        range: 100,
      }),
      ages: (_, { lanes }) => lanes.map(() => 0),
      live: () => [],
    },
    emergency: { preEmptionOf: () => null },
  });
  let now = START;
  return {
    runner,
    shown,
    async pass(seconds: number) {
      for (let left = seconds * 2; left > 0; left -= 1) {
        now += 0.5;
        runner.step(now);
        await output.settled();
      }
      return runner.live(now);
    },
  };
}

const reasons = [{ code: 'a-test', values: {} }];

describe('JunctionRunner', () => {
  it.each<[string, string, SignalController]>([
    [
      'fails',
      'controller-failed',
      {
        decide() {
          throw new Error('broken');
        },
      },
    ],
    ['names a stage that is none', 'unknown-stage', { decide: () => ({ stage: 'nowhere', reasons }) }],
    [
      'takes too long',
      'late-decision',
      {
        decide(view) {
          // Nothing else keeps a controller from its answer than work.
          for (const end = performance.now() + 210; performance.now() < end; );
          return { stage: view.stage, reasons };
        },
      },
    ],
  ])(
    'runs the fixed plan under a controller that %s, and says so in one sentence',
    async (_, code, controller) => {
      const { pass, shown } = await runnerOf(controller);
      const live = await pass(4);
      expect(live.state).toMatchObject({ source: 'plan', fallback: code });
      expect(live.problem).toMatchObject({
        code,
        message: expect.stringMatching(/so it runs its fixed plan\.$/),
      });
      // Through the envelope: the signal is still led, by the plan.
      expect(shown).toContain('a');
      expect(shown).not.toContain('released');
    },
  );

  it('lets the controller lead again once it is sound', async () => {
    let isBroken = true;
    const { pass } = await runnerOf({
      decide(view) {
        if (isBroken) throw new Error('broken');
        return { stage: view.stage, reasons };
      },
    });
    expect((await pass(3)).state.source).toBe('plan');
    isBroken = false;
    expect(await pass(8)).toMatchObject({
      problem: null,
      state: { source: 'controller', fallback: null },
      proposal: { reasons },
    });
  });
});
