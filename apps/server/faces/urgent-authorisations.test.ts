import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { DAY_MS, FaceOffice, HOUR_MS } from '../testing/face-office.ts';
import { AuthorisationUpkeep } from './authorisation-upkeep.ts';
import { recordFaceProduct } from './product-recorder.ts';
import { WatchlistDestroyer } from './watchlist-destroyer.ts';

describe('urgent authorisations', () => {
  let office: FaceOffice;
  let watchlistId: string;
  const openers = async () =>
    (await office.server.services.faces.authorisations.live(office.cameraId)).map(({ id }) => id);
  const ledgerKinds = async (id: string) =>
    (await office.ledgerOf(`face-authorisation:${id}`)).map(({ kind }) => kind);

  beforeAll(async () => {
    office = await FaceOffice.open();
    watchlistId = (await office.readyList(1)).list.id;
  });
  afterEach(() => {
    office.server.clock.aheadMs = 0;
  });
  afterAll(() => office?.[Symbol.asyncDispose]());

  /** A hit and its crop, as a search under an authorisation keeps them. */
  async function keepHit(authorisationId: string) {
    const { db, objects, clock } = office.server;
    const objectDigest = await objects.put(Buffer.from(`crop ${authorisationId}`));
    await db.transaction().execute(async (tx) => {
      const now = Date.now() + clock.aheadMs;
      await recordFaceProduct(tx, { authorisationId, kind: 'hit', objectDigest: null }, now);
      await recordFaceProduct(tx, { authorisationId, kind: 'crop', objectDigest }, now);
    });
    return objectDigest;
  }
  const products = async (authorisationId: string) =>
    office.server.db
      .selectFrom('face_product')
      .select('id')
      .where('authorisation_id', '=', authorisationId)
      .execute();

  test('run at once, and die after a day with all that they produced: once, also over a restart', async () => {
    const { id, approveBy } = await office.ask(watchlistId, {}, true);
    expect(Date.parse(approveBy!) - Date.now()).toBeLessThanOrEqual(24 * HOUR_MS);
    expect(await openers()).toContain(id);
    const crop = await keepHit(id);
    await office.later(23 * HOUR_MS);
    expect(await openers()).toContain(id);
    expect(await products(id)).toHaveLength(2);
    // Another server on the same database, as after a restart, with a clock of its own.
    const { db, objects, log } = office.server;
    const logger = pino({ level: 'silent' });
    const changes = {
      changed: vi.fn(async () => {}),
      shown: vi.fn(),
      picturesRemoved: vi.fn(async () => {}),
    };
    const now = () => Date.now() + 24 * HOUR_MS + 1000;
    const destroyer = new WatchlistDestroyer({ db, objects, changes, now, logger });
    await using restarted = new AuthorisationUpkeep({ db, objects, destroyer, changes, now, logger });
    await Promise.all([restarted.run(), restarted.run()]);
    await office.later(25 * HOUR_MS);
    expect(changes.changed).toHaveBeenCalledExactlyOnceWith([id]);
    expect(await products(id)).toEqual([]);
    expect(await objects.has(crop)).toBe(false);
    expect((await office.ledgerOf(`face-authorisation:${id}`)).slice(1)).toMatchObject([
      { kind: 'face-authorisation.lapsed', actor: 'system:faces', data: { approved: false } },
      { kind: 'face-products.deleted', data: { cause: 'lapsed', hits: 1, crops: 1, results: 0 } },
    ]);
    expect(log.join('')).not.toContain('not all ended');
    await expect(keepHit(id)).rejects.toMatchObject({ code: 'FACE_SEARCH_NOT_AUTHORISED' });
  });

  test('live on with what they produced once somebody else approves them', async () => {
    const { id } = await office.ask(watchlistId, {}, true);
    await keepHit(id);
    expect((await office.decide(id, 'approved')).json()).toMatchObject({ urgent: true, approveBy: null });
    await office.later(30 * HOUR_MS);
    expect(await openers()).toContain(id);
    await office.later(4 * DAY_MS);
    expect((await office.supervisor.get(`/api/face-authorisations/${id}`)).json()).toMatchObject({
      end: 'expired',
    });
    expect(await products(id)).toHaveLength(2);
  });

  test.each(['refused', 'revoked'] as const)('and %s lose what they produced at once', async (end) => {
    const { id } = await office.ask(watchlistId, {}, true);
    await keepHit(id);
    if (end === 'refused') await office.decide(id, 'refused');
    else await office.investigator.post(`/api/face-authorisations/${id}/revocation`, { reason: 'A mistake' });
    expect(await products(id)).toEqual([]);
    expect(await ledgerKinds(id)).toEqual([
      'face-authorisation.asked-urgently',
      `face-authorisation.${end}`,
      'face-products.deleted',
    ]);
  });

  test('cannot be approved when their day is over', async () => {
    const { id } = await office.ask(watchlistId, {}, true);
    office.server.clock.aheadMs = 24 * HOUR_MS + 1000;
    expect((await office.decide(id, 'approved')).json()).toMatchObject({ code: 'AUTHORISATION_OVER' });
    expect(await openers()).not.toContain(id);
  });
});
