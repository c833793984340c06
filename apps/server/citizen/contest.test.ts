import { digestOfBytes } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { CitizenChallan } from '@amaan/contracts/violations/citizen';
import type { StoredChallan } from '@amaan/store/violations/challans';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CitizenDesk, openCitizenDesk, reviewer } from './testing/citizen-desk.ts';

let desk: CitizenDesk;
let photo: Buffer;
beforeAll(async () => {
  desk = await openCitizenDesk();
  photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: 'blue' } })
    .withExif({
      IFD0: { Artist: 'A photographer' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 33/1 0/1' },
    })
    .jpeg()
    .toBuffer();
});
afterAll(() => desk?.[Symbol.asyncDispose]());

type Token = Record<string, string>;
const WORDS = 'The signal was green, and I was at work that day.';
const contest = (token: Token, body: object = {}) =>
  desk.app.inject({
    ...{ method: 'POST', url: '/api/public/challans/contest', headers: token, remoteAddress: address() },
    payload: { reasons: ['signal-not-red'], text: WORDS, files: [], ...body },
  });
const bring = (token: Token, bytes: Buffer, name = 'photo.jpg', type = 'application/octet-stream') =>
  desk.app.inject({
    ...{ method: 'POST', url: '/api/public/challans/files', payload: bytes, remoteAddress: address() },
    headers: { ...token, 'content-type': type, 'x-file-name': encodeURIComponent(name) },
  });
const files = (token: Token) => desk.app.inject({ url: '/api/public/challans/files', headers: token });
let addresses = 0;
/** Each request from an address of its own: limits are tested elsewhere. */
function address(): string {
  addresses += 1;
  return `10.9.${addresses >> 8}.${addresses & 255}`;
}

describe('a contest', () => {
  test('freezes the fine at once, with its words kept out of the ledger', async () => {
    const challan = await desk.issue();
    const token = await desk.tokenOf(challan);
    const file = (await bring(token, photo)).json();
    const answer = await contest(token, { reasons: ['signal-not-red', 'other'], files: [file.id] });
    expect(answer.statusCode, answer.body).toBe(201);
    const shown = CitizenChallan.parse(answer.json());
    expect(shown).toMatchObject({
      ...{ state: 'contested', payBy: null, mayContest: { allowed: false, why: 'contested-before' } },
      contest: {
        ...{ state: 'open', reasons: ['signal-not-red', 'other'], text: WORDS, decision: null },
        files: [{ id: file.id, name: 'photo.jpg', mediaType: 'image/jpeg' }],
        // The end of the thirtieth day in Pakistan.
        decideBy: '2026-12-02T18:59:59.999Z',
      },
    });
    const entries = await desk.ledgerOf(challan);
    expect(entries.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['challan.issued', 'user:the-reviewer'],
      ['challan.contested', 'system:server'],
      ['contest.opened', 'citizen'],
    ]);
    expect(JSON.stringify(entries)).not.toContain('green');
  });

  test('is opened once, also where it is sent twice at the same moment', async () => {
    const token = await desk.tokenOf(await desk.issue());
    const answers = await Promise.all([contest(token), contest(token)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect((await contest(token)).json()).toMatchObject({ status: 409, code: 'CHALLAN_STEP_REFUSED' });
  });

  test('is refused after its time, without a reason or words, and without a token', async () => {
    const challan = await desk.issue();
    const token = await desk.tokenOf(challan);
    expect((await contest(token, { reasons: [] })).statusCode).toBe(400);
    expect((await contest(token, { reasons: ['other', 'other'] })).statusCode).toBe(400);
    expect((await contest(token, { text: ' too short ' })).statusCode).toBe(400);
    expect((await contest({})).json().code).toBe('CHALLAN_TOKEN_INVALID');
    const before = desk.clock.now;
    desk.clock.now = Date.parse(challan.contestBy) + 1;
    expect((await contest(await desk.tokenOf(challan))).json().code).toBe('CONTEST_TOO_LATE');
    desk.clock.now = before;
    expect((await desk.challans.view(challan.id, reviewer('x'))).state).toBe('issued');
  });

  test('is there for a challan that was paid, and for none that is cancelled', async () => {
    const paid = await desk.issue();
    await desk.challans.change(paid.id, { step: 'paid', by: null });
    expect((await contest(await desk.tokenOf(paid))).statusCode).toBe(201);
    const cancelled = await desk.issue();
    await desk.challans.change(cancelled.id, { step: 'cancelled', cause: 'bulk', by: null });
    const refused = await contest(await desk.tokenOf(cancelled));
    expect(refused.json()).toMatchObject({ status: 409, code: 'CHALLAN_STEP_REFUSED' });
  });
});

describe('a file of a citizen', () => {
  let challan: StoredChallan;
  let token: Token;
  beforeAll(async () => {
    challan = await desk.issue();
    token = await desk.tokenOf(challan);
  });

  test('is kept without what a picture tells beside its pixels, sealed, under a plain name', async () => {
    const answer = await bring(token, photo, '../../etc/\u202egpj.photo\u0000.jpg', 'text/html');
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json()).toMatchObject({ name: 'gpj.photo.jpg', mediaType: 'image/jpeg' });
    const [row] = await desk.db
      .selectFrom('contest_file')
      .selectAll()
      .where('id', '=', answer.json().id)
      .execute();
    const kept = Buffer.from(await desk.objects.get(Buffer.from(row!.object_digest).toString('hex')));
    expect(kept.includes('JFIF') || kept.includes('photographer')).toBe(false);
    expect(await desk.objects.has(digestOfBytes(photo))).toBe(false);
    const away = await desk.app.inject({
      ...{ method: 'DELETE', url: `/api/public/challans/files/${row!.id}`, headers: token },
    });
    expect(away.statusCode).toBe(204);
    expect(await desk.objects.has(Buffer.from(row!.object_digest).toString('hex'))).toBe(false);
  });

  const script = '<script>alert(1)</script>';
  test.each([
    ['a page that says it is a picture', Buffer.from(`<!doctype html>${script}`), 415],
    ['a page that begins like a GIF', Buffer.from(`GIF89a=1;/*${script}*/`), 415],
    ['a drawing with a script', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`), 415],
    ['a program', Buffer.from('MZ\u0090\u0000'), 415],
    ['an archive', Buffer.from([0x50, 0x4b, 3, 4, ...Array(60).fill(0)]), 415],
    ['nothing', Buffer.alloc(0), 422],
    [
      'the beginning of a picture and then a page',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(script)]),
      422,
    ],
    [
      'a PDF with a script',
      Buffer.from('%PDF-1.7\n1 0 obj <</S/#4aavaScript/JS(app.alert(1))>>\n%%EOF'),
      422,
    ],
    ['a PDF that is a page, too', Buffer.from(`%PDF-1.7\n1 0 obj<<>>\n%%EOF\n${script}`), 422],
    ['more than 8 MB', Buffer.alloc(8 * 1024 * 1024 + 1, 0xff), 413],
  ])('is refused where it is %s, and nothing of it stays', async (_what, bytes, status) => {
    const refused = await bring(token, bytes, 'photo.jpg', 'image/jpeg');
    expect(refused.statusCode, refused.body).toBe(status);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect((await files(token)).json()).toEqual([]);
  });

  test('is nobody’s but the holder’s of this challan', async () => {
    const file = (await bring(token, photo)).json();
    const other = await desk.tokenOf(await desk.issue());
    expect((await files(other)).json()).toEqual([]);
    const url = `/api/public/challans/files/${file.id}`;
    expect((await desk.app.inject({ method: 'DELETE', url, headers: other })).statusCode).toBe(404);
    expect((await contest(other, { files: [file.id] })).json().code).toBe('FILE_NOT_FOUND');
    expect((await contest(other, { files: [newIdentifier()] })).statusCode).toBe(404);
    expect((await bring({}, photo)).json().code).toBe('CHALLAN_TOKEN_INVALID');
    expect((await files(token)).json()).toEqual([file]);
  });

  test('comes with four others at most, and goes after a day where no contest was sent', async () => {
    const full = await desk.tokenOf(await desk.issue());
    const answers = await Promise.all(Array.from({ length: 7 }, (_, at) => bring(full, photo, `${at}.jpg`)));
    const codes = answers.map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 201)).toHaveLength(5);
    expect(codes.filter((code) => code === 409)).toHaveLength(2);
    expect((await files(full)).json()).toHaveLength(5);
    desk.clock.now += 25 * 60 * 60_000;
    await desk.redress.upkeep.run();
    expect(
      await desk.db.selectFrom('contest_file').select('id').where('contest_id', 'is', null).execute(),
    ).toEqual([]);
  });
});
