import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { HOUR_MS, hoursFromNow } from '../../testing/face-office.ts';
import { facePicture } from '../../testing/fake-face-desk.ts';
import { LISTED, openSearchOffice, type SearchOffice, statePurpose } from '../../testing/search-office.ts';
import { signInAs } from '../../testing/sign-in-as.ts';

let room: SearchOffice;
const AFTER = { scope: { kind: 'after-the-event' } } as const;
const db = () => room.office.server.db;
const searches = async () => (await db().selectFrom('face_search').selectAll().execute()).length;
const matches = async () => (await db().selectFrom('face_match').selectAll().execute()).length;
const refusals = async (id: Identifier) =>
  (await room.office.ledgerOf(`face-authorisation:${id}`))
    .filter(({ kind }) => kind === 'face-search.refused')
    .map(({ data }) => data.code);

beforeAll(async () => {
  room = await openSearchOffice();
  return () => room[Symbol.asyncDispose]();
});
afterEach(() => {
  room.office.server.clock.aheadMs = 0;
  room.office.desk.onEmbed = async () => {};
});

/** Nothing was made, looked at or kept. */
async function refused(
  response: Promise<{ statusCode: number; body: string }>,
  status: number,
  code: string,
): Promise<void> {
  const before = [room.office.desk.embedded, await searches(), await matches()];
  const answer = await response;
  expect(JSON.parse(answer.body)).toMatchObject({ status, code });
  expect([room.office.desk.embedded, await searches(), await matches()]).toEqual(before);
}

describe('a search with a picture is refused, before a template is made,', () => {
  test.each<[string, number, string, () => Promise<Identifier>]>([
    ['without an authorisation', 404, 'FACE_AUTHORISATION_NOT_FOUND', async () => newIdentifier()],
    [
      'under one that nobody approved',
      409,
      'FACE_AUTHORISATION_WAITING',
      async () => (await room.office.ask(room.list.id, AFTER)).id,
    ],
    [
      'under one for cameras',
      409,
      'FACE_AUTHORISATION_FOR_CAMERAS',
      async () => (await room.office.approved(room.list.id)).id,
    ],
    [
      'under one that begins later',
      409,
      'FACE_AUTHORISATION_NOT_BEGUN',
      async () => (await room.office.approved(room.list.id, { ...AFTER, from: hoursFromNow(2) })).id,
    ],
    [
      'under one that was revoked',
      409,
      'FACE_AUTHORISATION_REVOKED',
      async () => {
        const { id } = await room.office.approved(room.list.id, AFTER);
        await room.office.investigator.post(`/api/face-authorisations/${id}/revocation`, { reason: 'Found' });
        return id;
      },
    ],
    [
      'under one whose time is over',
      409,
      'FACE_AUTHORISATION_EXPIRED',
      async () => {
        const { id } = await room.office.approved(room.list.id, { ...AFTER, to: hoursFromNow(3) });
        room.office.server.clock.aheadMs = 4 * HOUR_MS;
        await statePurpose(room.office.investigator, room.office.file.id);
        return id;
      },
    ],
    [
      'under an urgent one that nobody approved in time',
      409,
      'FACE_AUTHORISATION_LAPSED',
      async () => {
        const { id } = await room.office.ask(room.list.id, AFTER, true);
        room.office.server.clock.aheadMs = 25 * HOUR_MS;
        // The purpose is over by then, too, and stated anew.
        await statePurpose(room.office.investigator, room.office.file.id);
        return id;
      },
    ],
  ])('%s', async (_, status, code, make) => {
    const authorisationId = await make();
    const search = () => room.search({ person: LISTED }, { authorisationId });
    await refused(search(), status, code);
    const look = room.office.investigator.post('/api/face-searches/faces', {
      ...{ authorisationId, picture: (await facePicture({ person: LISTED })).toString('base64') },
    });
    await refused(look, status, code);
    if (status === 409) expect(await refusals(authorisationId)).toEqual([code, code]);
    room.office.server.clock.aheadMs = 0;
    await statePurpose(room.office.investigator, room.office.file.id);
  });

  test('for another case than the one that is stated, and for whom it is not theirs', async () => {
    const { office } = room;
    const other = (
      await office.investigator.post('/api/cases', { title: 'Another', siteId: office.file.siteId })
    ).json();
    await statePurpose(office.investigator, other.id);
    await refused(room.search({ person: LISTED }), 403, 'FACE_AUTHORISATION_OTHER_CASE');
    await office.investigator.request('DELETE', '/api/purposes/current');
    await refused(room.search({ person: LISTED }), 403, 'PURPOSE_REQUIRED');
    await statePurpose(office.investigator, office.file.id);
    const colleague = await signInAs(office.server, 'investigator');
    const own = (await colleague.post('/api/cases', { title: 'Own', siteId: office.file.siteId })).json();
    await statePurpose(colleague, own.id);
    await refused(room.search({ person: LISTED }, {}, colleague), 404, 'FACE_AUTHORISATION_NOT_FOUND');
  });

  test('with the session of a lower role, which is on record', async () => {
    const operator = await signInAs(room.office.server, 'operator');
    await refused(room.search({ person: LISTED }, {}, operator), 403, 'ACTION_FORBIDDEN');
    await refused(room.search({ person: LISTED }, {}, room.office.supervisor), 403, 'ACTION_FORBIDDEN');
    const entries = await db()
      .selectFrom('ledger_entry')
      .select('entry')
      .where('kind', '=', 'face-search.denied')
      .orderBy('index')
      .execute();
    const denied = entries.map(({ entry }) => JSON.parse(entry).data);
    expect(denied.filter(({ code }) => code === 'ACTION_FORBIDDEN')).toMatchObject([
      { code: 'ACTION_FORBIDDEN', role: 'operator' },
      { code: 'ACTION_FORBIDDEN', role: 'supervisor' },
    ]);
    // Who tries again and again does not fill the ledger.
    for (let count = 0; count < 3; count++) await room.search({ person: LISTED }, {}, operator);
    const again = await db()
      .selectFrom('ledger_entry')
      .select('index')
      .where('kind', '=', 'face-search.denied')
      .execute();
    expect(again).toHaveLength(entries.length);
  });

  test('while the list was changed since its review, and once it is destroyed', async () => {
    const { list } = await room.office.readyList(LISTED);
    const { id: authorisationId } = await room.office.approved(list.id, AFTER);
    await room.office.addEntry(list);
    await refused(room.search({ person: LISTED }, { authorisationId }), 409, 'WATCHLIST_UNREVIEWED');
    await room.office.supervisor.post(`/api/watchlists/${list.id}/destruction`, { reason: 'Over' });
    await refused(
      room.search({ person: LISTED }, { authorisationId }),
      409,
      'FACE_AUTHORISATION_WATCHLIST_DESTROYED',
    );
  });

  test('with a face that is not good enough, none, or a picture of tomorrow', async () => {
    const poor = await room.search({ person: LISTED, quality: 0.2 });
    expect(poor.json()).toMatchObject({ status: 422, code: 'FACE_QUALITY_SIZE' });
    expect(poor.json().detail).toMatch(/take a picture from nearer/);
    await refused(room.search({ person: LISTED, faces: 0 }), 422, 'FACE_NOT_FOUND');
    await refused(room.search({ person: LISTED }, { takenAt: hoursFromNow(5) }), 422, 'PICTURE_DATE');
    for (const change of [{ reason: 'because' }, { source: '' }, { lawfulness: 'x' }, { place: '' }])
      await refused(room.search({ person: LISTED }, change), 400, 'REQUEST_INVALID');
  });
});

describe('what ends while it is searched names nobody, and nothing of it is kept:', () => {
  const objects = async () => {
    const queued = await db().selectFrom('face_object_removal').selectAll().execute();
    return queued.length;
  };

  test.each<[string, string, (ids: { authorisationId: string; listId: string }) => Promise<unknown>]>([
    [
      'an authorisation that is revoked',
      'FACE_AUTHORISATION_REVOKED',
      ({ authorisationId }) =>
        room.office.supervisor.post(`/api/face-authorisations/${authorisationId}/revocation`, {
          reason: 'Found',
        }),
    ],
    [
      'an authorisation whose time comes',
      'FACE_AUTHORISATION_EXPIRED',
      async () => {
        room.office.server.clock.aheadMs = HOUR_MS / 2;
      },
    ],
    [
      'a list that is destroyed',
      'FACE_SEARCH_NOT_AUTHORISED',
      ({ listId }) =>
        room.office.supervisor.post(`/api/watchlists/${listId}/destruction`, { reason: 'Over' }),
    ],
    [
      'a list that is changed and reviewed',
      'WATCHLIST_CHANGED',
      async ({ listId }) => {
        await room.office.addEntry({ id: listId });
        await room.office.review(listId);
      },
    ],
    [
      'a permit that is revoked',
      'FACES_NOT_PERMITTED',
      () =>
        db()
          .updateTable('permit')
          .set({ revoked_at: new Date().toISOString(), revoked_reason: 'For a test.' })
          .where('id', '=', room.office.desk.permitId!)
          .execute(),
    ],
  ])('%s', async (_, code, end) => {
    const { list } = await room.office.readyList(LISTED);
    const { id: authorisationId } = await room.office.approved(list.id, { ...AFTER, to: hoursFromNow(0.4) });
    // Another live authorisation keeps the list in memory: what counts is the search's own.
    await room.office.approved(list.id);
    await room.permit();
    const before = [await searches(), await matches(), await objects()];
    room.office.desk.onEmbed = async () => {
      await end({ authorisationId, listId: list.id });
    };
    const response = await room.search({ person: LISTED }, { authorisationId });
    expect(response.json().code, response.body).toBe(code);
    expect(response.statusCode).toBeGreaterThanOrEqual(403);
    room.office.server.clock.aheadMs = 0;
    expect([await searches(), await matches(), await objects()]).toEqual(before);
    expect(await refusals(authorisationId)).toEqual([code]);
    await room.permit();
  });

  test('also between choosing the face and the search', async () => {
    const { id: authorisationId } = await room.office.approved(room.list.id, AFTER);
    const picture = (await facePicture({ person: LISTED })).toString('base64');
    const looked = await room.office.investigator.post('/api/face-searches/faces', {
      authorisationId,
      picture,
    });
    const [face] = looked.json().faces;
    await room.office.supervisor.post(`/api/face-authorisations/${authorisationId}/revocation`, {
      reason: 'Found',
    });
    await refused(
      room.search({ person: LISTED }, { authorisationId, face: face.box }),
      409,
      'FACE_AUTHORISATION_REVOKED',
    );
  });

  test('a permit for no pictures without a camera opens none', async () => {
    await room.permit({ purposes: ['watchlist-search-live'] });
    const response = await room.search({ person: LISTED });
    expect(response.json()).toMatchObject({ code: 'FACES_NOT_PERMITTED' });
    await room.permit({ models: [{ id: 'face-embedding', digest: 'a'.repeat(64) }] });
    expect((await room.search({ person: LISTED })).json()).toMatchObject({ code: 'FACES_NOT_PERMITTED' });
    await room.permit();
  });
});

describe('pictures that are none', () => {
  const jpeg = () =>
    sharp({ create: { width: 80, height: 60, channels: 3, background: '#123' } })
      .jpeg()
      .toBuffer();
  const bomb = () =>
    sharp({
      create: { width: 10_000, height: 10_000, channels: 3, background: '#888' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();

  test.each<[string, number, string, () => Buffer | Promise<Buffer>]>([
    ['a JPEG cut short', 422, 'PICTURE_UNREADABLE', async () => (await jpeg()).subarray(0, 200)],
    ['100 megapixels in a few kilobytes', 422, 'PICTURE_TOO_MANY_PIXELS', bomb],
    ['a drawing', 415, 'PICTURE_KIND', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an animation', 415, 'PICTURE_KIND', () => Buffer.from('GIF89a/*\0\0*/=0;alert(1)')],
    ['no picture at all', 415, 'PICTURE_KIND', () => Buffer.from('MZ no picture')],
  ])('%s is refused in a sentence and leaves nothing', async (_, status, code, make) => {
    const lines = room.office.server.log.length;
    await refused(room.search(await make()), status, code);
    const bad = room.office.server.log.slice(lines).filter((line) => JSON.parse(line).level >= 40);
    expect(bad).toEqual([]);
  });

  test('of several in one file are refused', async () => {
    const shown = sharp(await facePicture({ person: LISTED }));
    const frames = [await shown.clone().raw().toBuffer(), await shown.negate().raw().toBuffer()];
    const moving = await sharp(Buffer.concat(frames), {
      raw: { width: 200, height: 400, channels: 3, pageHeight: 200 },
    })
      .webp({ loop: 0, delay: [100, 100], lossless: true })
      .toBuffer();
    await refused(room.search(moving), 422, 'PICTURE_SEVERAL');
  });

  test.each<[string, Buffer]>([
    [
      'metadata that points to itself',
      Buffer.from(
        `ffe10030457869660000${'4d4d002a00000008'}${'00010112000300000001ffff0000'}${'00000008'}${'00'.repeat(14)}`,
        'hex',
      ),
    ],
    [
      'a colour profile that says it is 4 gigabytes',
      Buffer.concat([
        Buffer.from('ffe2', 'hex'),
        Buffer.from([0xff, 0xf0]),
        Buffer.from('ICC_PROFILE\0\x01\xff', 'latin1'),
        Buffer.alloc(0xfff0 - 2 - 14, 0xff),
      ]),
    ],
  ])('with %s are read or refused, and never more', async (_, segment) => {
    const plain = await sharp(await facePicture({ person: LISTED }))
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const lines = room.office.server.log.length;
    const answer = await room.search(Buffer.concat([plain.subarray(0, 2), segment, plain.subarray(2)]));
    if (answer.statusCode !== 201)
      expect(answer.json()).toMatchObject({ status: 422, code: 'PICTURE_UNREADABLE' });
    const bad = room.office.server.log.slice(lines).filter((line) => JSON.parse(line).level >= 40);
    expect(bad).toEqual([]);
  });

  test('that are something else as well are their pixels alone: what was hidden in them is not kept', async () => {
    const shown = await facePicture({ person: LISTED });
    const page = Buffer.from('<!doctype html><script>alert("hidden")</script>');
    const asJpeg = await sharp(shown)
      .withExif({ IFD0: { Copyright: 'Secret photographer' } })
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const search = await room.search(Buffer.concat([asJpeg, page]));
    expect(search.statusCode, search.body).toBe(201);
    const operator = await signInAs(room.office.server, 'operator');
    for (const { id } of search.json().matches)
      for (const kind of ['crop', 'picture']) {
        const kept = (await operator.get(`/api/face-matches/${id}/pictures/${kind}`)).rawPayload;
        for (const secret of ['hidden', 'Secret photographer']) expect(kept.includes(secret)).toBe(false);
      }
  });
});
