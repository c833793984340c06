import { Hub } from '@amaan/bus/hub';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { LaneSums } from '@amaan/contracts/traffic/lane-measures';
import {
  NetworkAnswer,
  SIGNAL_SUBJECTS,
  SignalReport,
  type WhatIfReport,
} from '@amaan/contracts/traffic/signal-messages';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sumoNeeded } from '../sumo/testing/requirements.ts';
import { ScenarioFolder } from '../sumo/testing/small-scenario.ts';
import { networkJunctions } from './network-junctions.ts';
import type { WhatIfJob } from './run-what-if.ts';
import { WhatIfDesk } from './what-if-desk.ts';

const FROM = Date.parse('2026-11-02T08:00:00.000Z');
const DIGEST = 'a'.repeat(64);

describe('WhatIfDesk', () => {
  let stack: AsyncDisposableStack;
  let folder: ScenarioFolder;
  let bus: ReturnType<Hub['connect']>;
  let work: WhatIfJob[];
  const reports: WhatIfReport[] = [];
  /** The file that is fetched. */
  let file = 'net.net.xml';
  beforeEach(async () => {
    stack = new AsyncDisposableStack();
    folder = stack.use(await ScenarioFolder.with({ 'broken.net.xml': '<net><edge' }));
    file = 'net.net.xml';
    work = [];
    reports.length = 0;
    const hub = stack.use(new Hub());
    bus = stack.use(hub.connect());
    bus.respond(SIGNAL_SUBJECTS.whatIf, async () => work.shift() ?? null);
    bus.consume(SIGNAL_SUBJECTS.reports, async (messages) => {
      reports.push(...messages.map(({ payload }) => SignalReport.parse(payload) as WhatIfReport));
    });
    stack.use(
      new WhatIfDesk({
        ...{ bus: stack.use(hub.connect()), processId: newIdentifier(), logger: pino({ level: 'silent' }) },
        fetch: async () => ({ path: folder.file(file), [Symbol.asyncDispose]: async () => undefined }),
      }),
    );
  });
  afterEach(() => stack[Symbol.asyncDispose]());

  const job = async (minutes: number, change: Partial<WhatIfJob> = {}): Promise<WhatIfJob> => {
    const [junction] = await networkJunctions(folder.file('net.net.xml'));
    return {
      ...{ whatIfId: newIdentifier(), attempt: 3, network: { digest: DIGEST, junction: 'C' } },
      junction: { id: 'C', ...junction!.definition! },
      ...{ from: instantOf(FROM), to: instantOf(FROM + minutes * 60_000) },
      ...{ controllers: ['fixed', 'actuated'], seeds: 2 },
      minutes: Array.from({ length: minutes }, (_, index) => ({
        lane: 'west_0',
        from: instantOf(FROM + index * 60_000),
        sums: LaneSums.parse({ observedMs: 60_000, counts: { car: 6 } }),
      })),
      ...change,
    };
  };
  const begin = (one: WhatIfJob) => {
    work.push(one);
    bus.announce(SIGNAL_SUBJECTS.assignmentChanged, {});
  };
  const ended = () => reports.find((report) => report.type === 'what-if-ended');

  it('reads a network for the server, and says what is wrong with one', async () => {
    // The hub hears of who answers a moment after that one began.
    const read = () => bus.request(SIGNAL_SUBJECTS.network, { digest: DIGEST }).catch(() => null);
    await expect.poll(read).not.toBeNull();
    const answer = NetworkAnswer.parse(await read());
    expect(answer.junctions).toMatchObject([{ id: 'C', lanes: 2, problem: null }]);
    file = 'broken.net.xml';
    await expect(bus.request(SIGNAL_SUBJECTS.network, { digest: DIGEST })).rejects.toMatchObject({
      code: 'XML_BROKEN',
    });
  });

  it.skipIf(sumoNeeded.missing)(
    `works a replay off in a thread and tells how far it is${sumoNeeded.note}`,
    async () => {
      const one = await job(3);
      begin(one);
      await expect.poll(ended).toBeDefined();
      expect(ended()).toMatchObject({ whatIfId: one.whatIfId, attempt: 3, problem: null });
      expect(ended()).toMatchObject({
        results: [{ controller: 'fixed', runs: 2 }, { controller: 'actuated' }],
      });
      expect(reports.filter(({ type }) => type === 'what-if-progress').length).toBeGreaterThanOrEqual(4);
    },
  );

  it.skipIf(sumoNeeded.missing)(
    `leaves a replay that is cancelled without a word, and takes the next${sumoNeeded.note}`,
    async () => {
      const long = await job(600, { seeds: 20 });
      begin(long);
      await expect.poll(() => reports.length).toBeGreaterThan(0);
      bus.announce(SIGNAL_SUBJECTS.whatIfCancelled, { whatIfId: long.whatIfId });
      begin(await job(1, { network: null }));
      await expect.poll(ended).toBeDefined();
      expect(ended()).toMatchObject({ problem: { code: 'NETWORK_MISSING' } });
      expect(
        reports.every(({ type, whatIfId }) => type === 'what-if-progress' || whatIfId !== long.whatIfId),
      ).toBe(true);
    },
  );

  it('says in one sentence that a file of a replay cannot be read', async () => {
    file = 'broken.net.xml';
    begin(await job(1));
    await expect.poll(ended).toBeDefined();
    expect(ended()).toMatchObject({ results: [], problem: { code: 'XML_BROKEN' } });
  });
});
