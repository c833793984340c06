import type { ContestDecisionInput } from '@amaan/contracts/violations/contest';
import type { StoredChallan } from '@amaan/store/violations/challans';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide as mayDo, type Principal } from '../../access/decide.ts';
import { type CitizenDesk, openCitizenDesk, reviewer } from '../../citizen/testing/citizen-desk.ts';

let desk: CitizenDesk;
beforeAll(async () => {
  desk = await openCitizenDesk();
});
afterAll(() => desk?.[Symbol.asyncDispose]());

const DAY_MS = 24 * 60 * 60_000;
const UPHELD: ContestDecisionInput = {
  outcome: 'upheld',
  explanation: {
    en: 'The clip shows the signal at red for three seconds.',
    ur: 'ویڈیو میں بتی تین سیکنڈ سے سرخ نظر آتی ہے۔',
  },
};
const ACCEPTED: ContestDecisionInput = { ...UPHELD, outcome: 'accepted' };
let addresses = 0;

/** A challan that Asma and Bilal confirmed and that its citizen contests. */
async function contested() {
  const challan = await desk.issue({ reviewers: ['asma', 'bilal'] });
  const headers = await desk.tokenOf(challan);
  addresses += 1;
  desk.signIn(null);
  const sent = await desk.app.inject({
    ...{ method: 'POST', url: '/api/public/challans/contest', headers, remoteAddress: `10.8.0.${addresses}` },
    payload: { reasons: ['signal-not-red'], text: 'The signal was green.', files: [] },
  });
  expect(sent.statusCode, sent.body).toBe(201);
  const { id } = await desk.db
    .selectFrom('contest')
    .select('id')
    .where('challan_id', '=', challan.id)
    .executeTakeFirstOrThrow();
  return { challan, id };
}
const decide = (id: string, by: Principal, payload: object = UPHELD) => {
  desk.signIn(by);
  return desk.app.inject({ method: 'POST', url: `/api/violations/contests/${id}/decision`, payload });
};
const get = (url: string, by: Principal) => {
  desk.signIn(by);
  return desk.app.inject({ url: `/api/violations/contests${url}` });
};
const seen = async (challan: StoredChallan) => {
  desk.signIn(null);
  addresses += 1;
  const { plate, number } = challan;
  return (await desk.lookUp({ plate, number }, `10.7.0.${addresses}`)).json().challan;
};

describe('a contest is decided', () => {
  test('by somebody who gave no answer to the case, whatever account they use', async () => {
    const { id } = await contested();
    for (const person of ['asma', 'bilal', ' ASMA '])
      expect((await decide(id, reviewer(person))).json()).toMatchObject({ status: 403, code: 'FOUR_EYES' });
    expect((await decide(id, reviewer(''))).json()).toMatchObject({ code: 'PERSON_UNKNOWN' });
    expect((await decide(id, reviewer('chand', { sites: [] }))).statusCode).toBe(404);
    const decided = await decide(id, reviewer('chand'));
    expect(decided.json()).toMatchObject({
      ...{ state: 'upheld', mayDecide: false, mayNotDecide: 'decided' },
      decision: { outcome: 'upheld', explanation: UPHELD.explanation, byName: 'Officer chand' },
    });
  });

  test('by somebody who is trained for it, and by nobody who only runs or audits the system', () => {
    expect(mayDo(reviewer('chand'), 'contest.decide').allowed).toBe(true);
    const untrained = reviewer('chand', { trainingGaps: ['violation-review'] });
    expect(mayDo(untrained, 'contest.decide')).toMatchObject({ allowed: false, code: 'TRAINING_REQUIRED' });
    for (const role of ['operator', 'administrator', 'auditor', 'analyst'] as const)
      expect(mayDo(reviewer('x', { role }), 'contest.read').allowed, role).toBe(false);
  });

  test('in words for the citizen in both languages', async () => {
    const { id } = await contested();
    const english = { ...UPHELD, explanation: { ...UPHELD.explanation, ur: ' ' } };
    expect((await decide(id, reviewer('chand'), english)).statusCode).toBe(400);
  });

  test('once, also where two people decide at the same moment', async () => {
    const { id } = await contested();
    const answers = await Promise.all([
      decide(id, reviewer('chand'), UPHELD),
      decide(id, reviewer('dania'), ACCEPTED),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await decide(id, reviewer('erum'))).json().code).toBe('CONTEST_DECIDED');
  });

  test('against it: the challan stands with a new time to pay, and the citizen reads why but not by whom', async () => {
    const { challan, id } = await contested();
    desk.clock.now += 20 * DAY_MS;
    await decide(id, reviewer('chand'));
    const shown = await seen(challan);
    expect(shown).toMatchObject({
      ...{ state: 'upheld', mayContest: { allowed: false, why: 'contested-before' } },
      contest: { state: 'upheld', decision: { outcome: 'upheld', explanation: UPHELD.explanation } },
    });
    // Ten days from the decision, to the end of the day in Pakistan.
    expect(Date.parse(shown.payBy) - desk.clock.now).toBeGreaterThan(10 * DAY_MS);
    expect(Date.parse(shown.payBy) - desk.clock.now).toBeLessThanOrEqual(11 * DAY_MS);
    expect(JSON.stringify(shown)).not.toMatch(/chand/i);
  });

  test('for it: the challan is cancelled and nothing is owed; what was paid goes back', async () => {
    const { challan, id } = await contested();
    await desk.challans.change(challan.id, { step: 'paid', by: null });
    await decide(id, reviewer('chand'), ACCEPTED);
    expect(await seen(challan)).toMatchObject({
      ...{ state: 'refund-due', cancelCause: 'contest-accepted', payBy: null },
      contest: { state: 'accepted' },
    });
    const entries = await desk.ledgerOf(challan);
    expect(entries.slice(-2)).toMatchObject([
      { kind: 'challan.cancelled', actor: 'user:the-chand', data: { cause: 'contest-accepted' } },
      { kind: 'contest.decided', actor: 'user:the-chand', data: { contestId: id, outcome: 'accepted' } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('three seconds');
  });
});

describe('a contest that nobody decides', () => {
  test('lapses with its challan when the time is over, and not a moment before', async () => {
    const { challan, id } = await contested();
    const { decideBy } = (await get(`/${id}`, reviewer('chand'))).json();
    desk.clock.now = Date.parse(decideBy);
    await desk.redress.upkeep.run();
    expect((await seen(challan)).state).toBe('contested');
    desk.clock.now += 1;
    // Nobody is faster than the clock.
    expect((await decide(id, reviewer('chand'))).json()).toMatchObject({
      status: 409,
      code: 'CONTEST_LAPSED',
    });
    await desk.redress.upkeep.run();
    await desk.redress.upkeep.run();
    expect(await seen(challan)).toMatchObject({
      ...{ state: 'lapsed', cancelCause: 'contest-lapsed', payBy: null },
      contest: { state: 'lapsed', decision: null },
    });
    const kinds = (await desk.ledgerOf(challan)).map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(['challan.lapsed', 'contest.lapsed']);
  });

  test('ends when its challan is cancelled for another cause', async () => {
    const { challan, id } = await contested();
    await desk.challans.change(challan.id, { step: 'cancelled', cause: 'bulk', by: null });
    expect((await decide(id, reviewer('chand'))).json().code).toBe('CHALLAN_STEP_REFUSED');
    await desk.redress.upkeep.run();
    expect(await seen(challan)).toMatchObject({ cancelCause: 'bulk', contest: { state: 'overtaken' } });
  });
});

describe('the queue', () => {
  test('shows what ends first on top, page by page, and who may not decide', async () => {
    const mine = await contested();
    desk.clock.now += DAY_MS;
    const later = await contested();
    const first = (await get('?limit=1', reviewer('asma'))).json();
    expect(first.contests).toMatchObject([
      { challanNumber: mine.challan.number, files: 0, mayDecide: false, mayNotDecide: 'reviewed-it' },
    ]);
    const second = (await get(`?limit=1&cursor=${first.nextCursor}`, reviewer('chand'))).json();
    expect(second.contests).toMatchObject([{ id: later.id, mayDecide: true, mayNotDecide: null }]);
    expect((await get('?cursor=nonsense', reviewer('chand'))).json().code).toBe('CURSOR_INVALID');
    const untrained = reviewer('chand', { trainingGaps: ['alert-review'] });
    expect((await get(`/${later.id}`, untrained)).json().mayNotDecide).toBe('not-trained');
    expect((await get('', reviewer('chand', { sites: [] }))).json().contests).toEqual([]);
    for (const state of ['upheld', 'accepted', 'lapsed', 'overtaken'])
      expect((await get(`?state=${state}`, reviewer('chand'))).json().contests.length).toBeGreaterThan(0);
  });

  test('sends pictures to be seen and PDFs to be saved, neither as a page of this deployment', async () => {
    const { id } = await contested();
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n');
    // Brought a moment before, as the portal does it.
    const other = await desk.issue();
    const headers = await desk.tokenOf(other);
    desk.signIn(null);
    for (const [name, payload] of [
      ['a.png', photo],
      ['"; x=\r\nرسید.pdf', pdf],
    ] as const)
      await desk.app.inject({
        ...{ method: 'POST', url: '/api/public/challans/files', payload, remoteAddress: '10.6.0.1' },
        headers: { ...headers, 'content-type': 'x/y', 'x-file-name': encodeURIComponent(name) },
      });
    await desk.db
      .updateTable('contest_file')
      .set({ contest_id: id })
      .where('challan_id', '=', other.id)
      .execute();
    const { files } = (await get(`/${id}`, reviewer('chand'))).json();
    const sent = [];
    for (const file of files) sent.push(await get(`/${id}/files/${file.id}`, reviewer('chand')));
    const safe = {
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    };
    expect(sent[0]!.headers).toMatchObject({
      ...safe,
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
    });
    expect((await sharp(sent[0]!.rawPayload).metadata()).format).toBe('jpeg');
    expect(sent[1]!.headers).toMatchObject({
      ...{ ...safe, 'content-type': 'application/pdf' },
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.-]+$/,
      ),
    });
    expect(sent[1]!.rawPayload).toEqual(pdf);
    const elsewhere = (await contested()).id;
    expect((await get(`/${elsewhere}/files/${files[0].id}`, reviewer('chand'))).statusCode).toBe(404);
  });
});
