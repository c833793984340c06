import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { AssignedWave, SignalReport } from '@amaan/contracts/traffic/signal-messages';
import { SIGNAL_SUBJECTS } from '@amaan/contracts/traffic/signal-messages';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UNIT_CONTROL } from '../ntcip/ntcip-objects.ts';
import { assignedJunction, TestPlane } from '../testing/test-plane.ts';

describe('the process of signal control', () => {
  let plane: TestPlane;
  beforeEach(async () => {
    plane = await TestPlane.start();
  });
  afterEach(async () => {
    await plane[Symbol.asyncDispose]();
  });
  const liveOf = (id: string) => plane.process.liveOf(id)!;
  const deviceOf = (id: string) => plane.process.outputOf(id)!.controller!.device;
  const events = (kind: string) =>
    plane.reports.flatMap((report) =>
      report.type === 'event' && report.event.kind === kind ? [report.event.code] : [],
    );
  const decisions = () =>
    plane.reports.filter(
      (report): report is Extract<SignalReport, { type: 'decision' }> => report.type === 'decision',
    );
  /** A junction that is led: the controller on the street takes commands. */
  const led = async (change: Parameters<typeof assignedJunction>[0] = {}) => {
    const junction = assignedJunction(change);
    const permitId = await plane.permit(junction.junctionId);
    await plane.assign([junction]);
    await plane.pass(5);
    expect(liveOf(junction.junctionId).problem).toBeNull();
    expect(deviceOf(junction.junctionId).controlStatus).toBe(UNIT_CONTROL.systemControl);
    return { junction, id: junction.junctionId, permitId };
  };

  it('measures in observe, proposes in advise, and leads in control alone', async () => {
    const [observed, advised] = [assignedJunction({ mode: 'observe' }), assignedJunction({ mode: 'advise' })];
    const controlled = assignedJunction();
    for (const { junctionId } of [observed, advised, controlled]) await plane.permit(junctionId);
    await plane.assign([observed, advised, controlled]);
    await plane.pass(60);
    expect(plane.live!.junctions).toHaveLength(3);
    expect(events('fell-back')).toEqual([]);
    expect(liveOf(observed.junctionId)).toMatchObject({ proposal: null, problem: null, simulated: true });
    expect(liveOf(advised.junctionId).state.source).toBe('plan');
    for (const { junctionId } of [observed, advised])
      expect(deviceOf(junctionId).controlStatus).toBe(UNIT_CONTROL.timebase);
    expect(deviceOf(controlled.junctionId).controlStatus).toBe(UNIT_CONTROL.systemControl);
    expect(liveOf(controlled.junctionId).state.source).toBe('controller');
    const of = (id: string) => decisions().filter(({ junctionId }) => junctionId === id);
    expect(of(observed.junctionId)).toEqual([]);
    expect(of(advised.junctionId).length).toBeGreaterThan(3);
    // Every decision has its reasons, unless the signal was in a change.
    expect(
      of(controlled.junctionId).every(
        ({ decision }) => decision.proposed === null || decision.reasons.length > 0,
      ),
    ).toBe(true);
    expect(of(controlled.junctionId).some(({ decision }) => decision.reasons.length > 0)).toBe(true);
  });

  it('goes back to the fixed plan at once when the permit is revoked, and says so', async () => {
    const { id, permitId } = await led();
    plane.revoke(permitId);
    await plane.pass(1);
    expect(deviceOf(id).controlStatus).toBe(UNIT_CONTROL.backupMode);
    expect(deviceOf(id).pattern).toBe(1);
    expect(liveOf(id).problem?.code).toBe('PERMIT_REVOKED');
    expect(liveOf(id).permitUntil).toBeNull();
    await expect.poll(() => events('fell-back')).toContain('PERMIT_REVOKED');
  });

  it('goes back by one button, and is led again only when somebody says so', async () => {
    const { id, junction } = await led();
    plane.bus.announce(SIGNAL_SUBJECTS.fixedPlanNow, { junctions: [id], reason: 'A test.' });
    await plane.pass(1);
    expect(deviceOf(id).controlStatus).toBe(UNIT_CONTROL.backupMode);
    await plane.assign([{ ...junction, mode: 'advise' }]);
    await plane.pass(10);
    expect(deviceOf(id).controlStatus).toBe(UNIT_CONTROL.backupMode);
    await plane.assign([junction]);
    await plane.pass(5);
    expect(deviceOf(id).controlStatus).toBe(UNIT_CONTROL.systemControl);
  });

  it('goes on without the control plane until the permit ends, and no longer', async () => {
    const junction = assignedJunction();
    const id = junction.junctionId;
    await plane.permit(id, 60);
    await plane.assign([junction]);
    await plane.pass(5);
    plane.isThere = false;
    plane.bus.announce(SIGNAL_SUBJECTS.assignmentChanged, {});
    await plane.pass(40);
    expect(deviceOf(id).controlStatus).toBe(UNIT_CONTROL.systemControl);
    await plane.pass(20);
    expect(deviceOf(id).controlStatus).toBe(UNIT_CONTROL.backupMode);
    expect(liveOf(id).problem?.code).toBe('PERMIT_EXPIRED');
  });

  it('never leads without a permit for just this junction', async () => {
    const [one, other] = [assignedJunction(), assignedJunction()];
    await plane.permit(one.junctionId);
    await plane.assign([one, other]);
    await plane.pass(5);
    expect(deviceOf(one.junctionId).controlStatus).toBe(UNIT_CONTROL.systemControl);
    expect(deviceOf(other.junctionId).controlStatus).toBe(UNIT_CONTROL.timebase);
    expect(liveOf(other.junctionId).problem?.code).toBe('PERMIT_REFUSED');
  });

  it('runs the fixed plan while a lane is not seen, and leads again when it is', async () => {
    const junction = assignedJunction({ output: { kind: 'simulated', ntcip: false, arrivalsPerHour: 300 } });
    const id = junction.junctionId;
    await plane.permit(id);
    await plane.assign([junction]);
    await plane.pass(10);
    expect(liveOf(id).state).toMatchObject({ source: 'controller', fallback: null });
    const { road } = plane.process.outputOf(id)!;
    const step = road!.step.bind(road);
    // The camera of one lane dies.
    road!.step = (now, lights) => {
      const seen = step(now, lights);
      return { ...seen, lanes: seen.lanes.filter(({ lane }) => lane !== 'west') };
    };
    await plane.pass(5);
    expect(liveOf(id).state).toMatchObject({ source: 'plan', fallback: 'stale-data' });
    expect(liveOf(id).problem).toMatchObject({
      code: 'stale-data',
      message: expect.stringContaining('west'),
    });
    road!.step = step;
    await plane.pass(8);
    expect(liveOf(id).state).toMatchObject({ source: 'controller', fallback: null });
    await expect.poll(() => events('fell-back')).toContain('stale-data');
    await expect.poll(() => events('recovered')).toContain('RECOVERED');
  });

  it('never touches a junction whose plan contradicts its conflicts', async () => {
    const junction = assignedJunction({ contradictions: ['Stage a lets ns and we go, which conflict.'] });
    await plane.permit(junction.junctionId);
    await plane.assign([junction]);
    expect(plane.process.liveOf(junction.junctionId)).toBeNull();
    expect(plane.process.outputOf(junction.junctionId)).toBeNull();
  });

  it.each([
    [
      'says nothing',
      'NTCIP_NO_ANSWER',
      (id: string) => (plane.process.outputOf(id)!.controller!.isSilent = true),
    ],
    [
      'flashes',
      'NTCIP_FLASHING',
      (id: string) => {
        for (const phase of [1, 3]) deviceOf(id).breakSwitch(phase);
      },
    ],
    ['starts anew', 'NTCIP_RESTARTED', (id: string) => deviceOf(id).restart()],
  ])('leaves a controller that %s to its own plan', async (_, code, breakIt) => {
    const { id } = await led();
    breakIt(id);
    await plane.pass(2);
    expect(liveOf(id)).toMatchObject({ problem: { code }, shown: null });
    await expect.poll(() => events('fell-back')).toContain(code);
  });

  it('notices a controller that does not do what it is told, and tries again', async () => {
    // Nobody comes, so actuated control rests in one stage; the plan of the cabinet goes through all.
    const { id } = await led({
      controller: 'actuated',
      output: { kind: 'simulated', ntcip: true, arrivalsPerHour: 0 },
    });
    deviceOf(id).isDeaf = true;
    await plane.pass(120);
    await expect.poll(() => events('fell-back')).toContain('NTCIP_NOT_OBEYED');
    deviceOf(id).isDeaf = false;
    await plane.pass(3);
    await expect
      .poll(async () => {
        await plane.pass(0.5);
        return liveOf(id).problem;
      })
      .toBeNull();
  });

  it('announces what an enforced junction shows as its controller says it, with proven clocks, and logs it', async () => {
    const junction = assignedJunction({ mode: 'observe', isEnforced: true });
    const quiet = assignedJunction({ mode: 'observe' });
    await plane.assign([junction, quiet]);
    // Less than the minute after which a clock that was not compared is not known any more.
    await plane.pass(55);
    const { phases } = plane;
    expect(new Set(phases.map(({ junctionId }) => junctionId))).toEqual(new Set([junction.junctionId]));
    const last = phases.at(-1)!;
    expect(last.lights.map(({ light }) => light)).toEqual(liveOf(junction.junctionId).shown);
    // The controller's clock has whole seconds; looks half a second apart find where they turn.
    expect(last.clock!.errorMs).toBeLessThan(300);
    expect(Math.abs(last.clock!.offsetMs)).toBeLessThanOrEqual(last.clock!.errorMs);
    const logged = () => plane.reports.flatMap((report) => (report.type === 'phase' ? [report.phase] : []));
    await expect.poll(() => logged().map(({ light }) => light)).toContain('yellow');
    for (const { from, to, errorMs, source } of logged()) {
      expect(source).toBe('simulated');
      expect(Date.parse(to)).toBeGreaterThan(Date.parse(from));
      expect(errorMs).toBeLessThan(600);
    }
    // A controller that says nothing shows nobody knows what.
    plane.process.outputOf(junction.junctionId)!.controller!.isSilent = true;
    await plane.pass(1);
    expect(phases.at(-1)!.lights.map(({ light }) => light)).toEqual(Array(4).fill('unknown'));
  });

  describe('an emergency wave', () => {
    const waveOf = (junctionId: string, stage: string, seconds: number): AssignedWave => ({
      id: newIdentifier(),
      startedAt: instantOf(plane.at),
      until: instantOf(plane.at + 600_000),
      stops: [{ junctionId, stage, expectedSeconds: seconds, position: null }],
      lastReport: null,
    });

    it('brings its stage in time, with the time of people on foot, and gives everybody else their turn afterwards', async () => {
      const { id, junction } = await led({ output: { kind: 'simulated', ntcip: true, arrivalsPerHour: 0 } });
      const wave = waveOf(id, 'c', 60);
      await plane.assign([junction], [wave]);
      await plane.pass(60);
      expect(liveOf(id)).toMatchObject({ waveId: wave.id, state: { stage: 'c', next: null } });
      expect(liveOf(id).shown).toEqual(['red', 'red', 'green', 'red']);
      expect(plane.live!.waves[0]!.stops[0]).toMatchObject({ state: 'holding', problem: null });
      const greens = new Set<number>();
      await plane.pass(100, () => {
        for (const [group, light] of liveOf(id).state.lights.entries())
          if (light === 'green' || light === 'yield') greens.add(group);
      });
      // One round of the fixed plan: every group had its green.
      expect(greens).toEqual(new Set([0, 1, 2, 3]));
      expect(liveOf(id).waveId).toBeNull();
      expect(plane.live!.waves[0]!.stops[0]!.state).toBe('done');
      expect(
        decisions().some(({ decision }) => decision.reasons.some(({ code }) => code === 'emergency-wave')),
      ).toBe(true);
    });

    it('is told at junctions that are not controlled, and touches none of them', async () => {
      const junction = assignedJunction({ mode: 'advise' });
      const wave = waveOf(junction.junctionId, 'c', 5);
      await plane.assign([junction], [wave]);
      await plane.pass(10);
      expect(liveOf(junction.junctionId).waveId).toBeNull();
      expect(plane.live!.waves[0]!.stops[0]!.problem).toMatch(/not controlled/);
      expect(deviceOf(junction.junctionId).controlStatus).toBe(UNIT_CONTROL.timebase);
    });

    it('ends with the button, and at its end whatever the control plane says', async () => {
      const { id, junction } = await led();
      const wave = { ...waveOf(id, 'c', 60), until: instantOf(plane.at + 45_000) };
      await plane.assign([junction], [wave]);
      await plane.pass(42);
      expect(liveOf(id).waveId).toBe(wave.id);
      await plane.pass(6);
      expect(liveOf(id).waveId).toBeNull();
      const second = waveOf(id, 'c', 0);
      await plane.assign([junction], [second]);
      await plane.pass(2);
      expect(liveOf(id).waveId).toBe(second.id);
      plane.bus.announce(SIGNAL_SUBJECTS.fixedPlanNow, { junctions: [id], reason: 'A test.' });
      await plane.pass(1);
      expect(liveOf(id).waveId).toBeNull();
      expect(deviceOf(id).controlStatus).toBe(UNIT_CONTROL.backupMode);
    });
  });
});
