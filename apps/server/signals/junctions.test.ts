import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { SIGNAL_SUBJECTS, type SignalReport } from '@amaan/contracts/traffic/signal-messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignalOffice, TEST_DEFINITION } from '../testing/signal-office.ts';

describe('junctions', () => {
  let office: SignalOffice;
  beforeAll(async () => {
    office = await SignalOffice.open();
  });
  afterAll(() => office?.[Symbol.asyncDispose]());

  it('keeps a junction in versions, and one that contradicts itself on its fixed plan', async () => {
    const id = await office.added();
    const change = { seen: 1, note: 'Longer.', definition: { ...TEST_DEFINITION, name: 'Renamed' } };
    expect(
      (await office.people.supervisor.request('PUT', `/api/junctions/${id}`, change)).json(),
    ).toMatchObject({
      ...{ version: 2, name: 'Renamed', contradictions: [], mode: 'observe' },
    });
    const stale = await office.people.supervisor.request('PUT', `/api/junctions/${id}`, change);
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'JUNCTION_CHANGED']);
    const versions = (await office.people['traffic-reviewer'].get(`/api/junctions/${id}/versions`)).json();
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);

    const broken = await office.added({
      stages: [...TEST_DEFINITION.stages, { id: 'x', name: 'Both', green: ['ns', 'we'], yielding: [] }],
    });
    const { contradictions } = (
      await office.people['traffic-reviewer'].get(`/api/junctions/${broken}`)
    ).json();
    expect(contradictions).toHaveLength(1);
    await office.approved([broken]);
    const refused = await office.setMode(broken, 'control');
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'JUNCTION_CONTRADICTION']);
    expect(refused.json().detail).toContain(contradictions[0]);
  });

  it('hides addresses and keys of controllers from people and ledger, and asks for a phase for each group', async () => {
    const id = await office.added();
    const output = {
      ...{ kind: 'ntcip', host: 'cabinet.example', port: 161 },
      phases: {
        ns: { phase: 2 },
        left: { phase: 1 },
        we: { phase: 4 },
        walk: { phase: 2, pedestrian: true },
      },
      credentials: { version: 'v1', community: 'the-secret-community' },
    };
    const { walk: __, ...some } = output.phases;
    const missing = await office.people.administrator.request('PUT', `/api/junctions/${id}/output`, {
      ...output,
      phases: some,
    });
    expect([missing.statusCode, missing.json().code]).toEqual([422, 'PHASES_INCOMPLETE']);
    const answer = await office.people.administrator.request('PUT', `/api/junctions/${id}/output`, output);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.body).not.toContain('secret');
    expect(answer.json()).toMatchObject({ output: 'ntcip', outputSettings: { version: 'v1' } });
    const assigned = (await office.assignment()).junctions.find(({ junctionId }) => junctionId === id);
    expect(assigned?.output).toMatchObject({ credentials: { community: 'the-secret-community' } });
    const rows = await office.postgres.db
      .selectFrom('ledger_entry')
      .select('entry')
      .where('subject', '=', `junction:${id}`)
      .execute();
    expect(JSON.stringify(rows)).not.toMatch(/secret|cabinet/);
  });

  it('stores decisions with their reasons and events once, however often they come', async () => {
    const id = await office.connected();
    const at = instantOf(Date.now());
    const state = {
      ...{ stage: 'a', next: null, since: 3, lights: ['green', 'yield', 'red', 'red'] as const },
      ...{ source: 'controller' as const, fallback: null, forced: null },
    };
    const decision = {
      ...{ junction: id, at, mode: 'control' as const, controller: 'max-pressure' as const, proposed: 'a' },
      reasons: [{ code: 'highest-pressure', values: { pressure: 4 } }],
      ...{ state: { ...state, lights: [...state.lights] }, decisionMs: 1, dataAge: 0.2 },
    };
    const event = {
      ...{ id: newIdentifier(), junctionId: id, at, kind: 'fell-back' as const, code: 'stale-data' },
      ...{ text: 'No camera has seen west for some seconds.', by: 'Amaan' },
    };
    const reports: SignalReport[] = [
      { type: 'decision', junctionId: id, decision },
      { type: 'event', event },
    ];
    for (const round of [1, 2])
      await office.bus.publish(
        SIGNAL_SUBJECTS.reports,
        reports.map((payload, index) => ({ id: `report-${round}-${index}`, payload })),
      );
    expect((await office.people['traffic-reviewer'].get(`/api/junctions/${id}/decisions`)).json()).toEqual([
      decision,
    ]);
    const events = (await office.people['traffic-reviewer'].get(`/api/junctions/${id}/events`)).json();
    expect(events.filter(({ code }: { code: string }) => code === 'stale-data')).toHaveLength(1);
    expect(
      (await office.ledgerOf(`junction:${id}`)).filter((kind) => kind === 'signal.fell-back'),
    ).toHaveLength(1);
  });
});
