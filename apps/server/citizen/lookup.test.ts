import { challanNumber } from '@amaan/contracts/violations/challan-number';
import { CHALLAN_TOKEN_HEADER, CitizenChallanAnswer } from '@amaan/contracts/violations/citizen';
import type { StoredChallan } from '@amaan/store/violations/challans';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CitizenDesk, EVIDENCE, openCitizenDesk } from './testing/citizen-desk.ts';

let desk: CitizenDesk;
let challan: StoredChallan;
beforeAll(async () => {
  desk = await openCitizenDesk();
  challan = await desk.issue({ reviewers: ['asma', 'bilal'] });
});
afterAll(() => desk?.[Symbol.asyncDispose]());

const HOUR_MS = 60 * 60_000;
const evidence = (key: string, headers: Record<string, string> = {}) =>
  desk.app.inject({ url: `/api/public/challans/evidence/${key}`, headers });
/** Another number that could be one, from any five bytes. */
const another = (seed: number) => challanNumber('punjab', 2026, Uint8Array.of(seed, 7, seed, 9, seed));

describe('whoever knows plate and number', () => {
  test('sees the challan, however both are typed', async () => {
    for (const typed of [
      { plate: challan.plate, number: challan.number },
      { plate: 'lea-۴۵۲۱', number: challan.number.toLowerCase().replaceAll('-', ' ') },
    ]) {
      const answer = await desk.lookUp(typed);
      expect(answer.statusCode, answer.body).toBe(200);
      expect(answer.headers['cache-control']).toBe('no-store');
      const { challan: shown } = CitizenChallanAnswer.parse(answer.json());
      expect(shown).toMatchObject({
        ...{ number: challan.number, plate: 'LEA4521', state: 'issued', amount: 2000, kind: 'red-light' },
        ...{ place: 'Kalma Chowk, north', payBy: challan.payBy, contest: null, paying: null },
        found: { kind: 'red-light', signal: { redForMs: { entry: 3000 }, skewMs: 12 } },
        history: [{ event: 'issued', to: 'issued' }],
        mayContest: { allowed: true, until: challan.contestBy },
      });
    }
  });

  test('learns no officer’s name and no note', async () => {
    const { body } = await desk.lookUp({ plate: challan.plate, number: challan.number });
    expect(body).not.toMatch(/officer|asma|bilal|note of/i);
  });

  test('sees the same pictures, plate and clip, with the token of this challan alone', async () => {
    const other = await desk.issue({ plate: 'ABC123' });
    const token = await desk.tokenOf(challan);
    for (const [key, words] of Object.entries(EVIDENCE)) {
      const shown = await evidence(key, token);
      expect([shown.statusCode, shown.body]).toEqual([200, `${words} of ${challan.caseId}`]);
      expect(shown.headers['cache-control']).toBe('no-store');
    }
    expect((await evidence('entry', await desk.tokenOf(other))).body).toContain(other.caseId);
    expect((await evidence('model-frame', token)).statusCode).toBe(400);
    for (const bad of [{}, { [CHALLAN_TOKEN_HEADER]: 'x.y.z' }])
      expect((await evidence('entry', bad)).json()).toMatchObject({ code: 'CHALLAN_TOKEN_INVALID' });
    desk.clock.now += HOUR_MS;
    expect((await evidence('entry', token)).statusCode).toBe(403);
  });
});

describe('whoever does not', () => {
  test('is answered alike for a wrong plate, a wrong number, and what is no number', async () => {
    const tried = [
      { plate: 'LEA4522', number: challan.number },
      { plate: challan.plate, number: another(1) },
      {
        plate: challan.plate,
        number: `${challan.number.slice(0, -1)}${challan.number.endsWith('A') ? 'B' : 'A'}`,
      },
      { plate: '\u0000%_', number: "' OR 1=1 --" },
    ];
    const answers = await Promise.all(tried.map((body, at) => desk.lookUp(body, `192.0.2.${at + 10}`)));
    const seen = answers.map(({ statusCode, body, headers }) => {
      const { date: _, ...same } = headers;
      return JSON.stringify({ statusCode, body, same });
    });
    expect(new Set(seen).size).toBe(1);
    expect(answers[0]!.json()).toMatchObject({ status: 404, code: 'CHALLAN_UNKNOWN' });
  });

  test('costs the same work for a wrong plate as for a wrong number', async () => {
    const asked = async (body: object, address: string) => {
      const from = desk.statements.length;
      await desk.lookUp(body, address);
      return desk.statements.slice(from);
    };
    const plate = await asked({ plate: 'XYZ999', number: (await desk.issue()).number }, '192.0.2.30');
    const number = await asked({ plate: 'XYZ999', number: another(2) }, '192.0.2.31');
    expect(plate.length).toBeGreaterThan(1);
    expect(plate).toEqual(number);
  });

  test('is slowed down number by number, whether it exists or not, and never for good', async () => {
    const real = await desk.issue();
    const outcomes = async (number: string, net: number) => {
      const codes = [];
      for (let at = 0; at < 8; at++)
        codes.push((await desk.lookUp({ plate: `WRONG${at}`, number }, `192.0.${net}.${at}`)).json().code);
      return codes;
    };
    const known = await outcomes(real.number, 3);
    expect(known).toEqual([...Array(7).fill('CHALLAN_UNKNOWN'), 'CHALLAN_LOOKUP_SLOWED']);
    expect(await outcomes(another(3), 4)).toEqual(known);
    const right = { plate: real.plate, number: real.number };
    const refused = await desk.lookUp(right, '192.0.5.1');
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    desk.clock.now += HOUR_MS;
    expect((await desk.lookUp(right, '192.0.5.2')).statusCode).toBe(200);
    // Right once: the wrong ones before count no more.
    expect((await desk.lookUp({ ...right, plate: 'WRONG' }, '192.0.5.3')).statusCode).toBe(404);
    expect((await desk.lookUp(right, '192.0.5.4')).statusCode).toBe(200);
  });

  test('tries out numbers from one address thirty times in ten minutes', async () => {
    const codes = [];
    for (let at = 0; at < 32; at++) {
      const body = { plate: challan.plate, number: another(100 + at) };
      codes.push((await desk.lookUp(body, '198.51.100.7')).statusCode);
    }
    expect(codes).toEqual([...Array(30).fill(404), 429, 429]);
    const right = { plate: challan.plate, number: challan.number };
    expect((await desk.lookUp(right, '198.51.100.7')).statusCode).toBe(429);
    expect((await desk.lookUp(right, '198.51.100.8')).statusCode).toBe(200);
  });
});
