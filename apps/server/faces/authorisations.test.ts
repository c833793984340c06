import { FACE_AUTHORISATIONS_CHANGED } from '@amaan/contracts/faces/live-authorisation';
import { newIdentifier } from '@amaan/contracts/identifier';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { DAY_MS, dayFromNow, FaceOffice, HOUR_MS, hoursFromNow } from '../testing/face-office.ts';
import { signInAs } from '../testing/sign-in-as.ts';

describe('authorisations', () => {
  let office: FaceOffice;
  let watchlistId: string;
  const faces = () => office.server.services.faces;
  const openers = async (cameraId: string | null = office.cameraId) =>
    (await faces().authorisations.live(cameraId)).map(({ id }) => id);
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

  describe('are asked for', () => {
    test('and wait: nothing is opened before a second person of a higher role approves', async () => {
      const asked = await office.ask(watchlistId);
      expect(asked).toMatchObject({
        state: 'waiting',
        live: false,
        urgent: false,
        caseNumber: office.file.number,
        watchlistName: 'Robbery suspects',
        falseMatchesPerSearch: 0.001,
      });
      expect(await openers()).not.toContain(asked.id);
      const approved = await office.decide(asked.id, 'approved');
      expect(approved.json()).toMatchObject({ state: 'in-force', live: true, decidedBy: 'The supervisor' });
      expect(await openers()).toContain(asked.id);
      expect(await openers(newIdentifier())).toEqual([]);
      expect(await openers(null)).toEqual([]);
      expect((await office.decide(asked.id, 'refused')).json()).toMatchObject({
        code: 'AUTHORISATION_DECIDED',
      });
      expect(await ledgerKinds(asked.id)).toEqual([
        'face-authorisation.asked',
        'face-authorisation.approved',
      ]);
      const entries = JSON.stringify(await office.ledgerOf(`face-authorisation:${asked.id}`));
      for (const word of ['suspects fled', 'FIR 112']) expect(entries).not.toContain(word);
    });

    test('for pictures after the event, which opens no camera', async () => {
      const { id } = await office.approved(watchlistId, { scope: { kind: 'after-the-event' } });
      expect(await openers(null)).toEqual([id]);
      expect(await openers()).not.toContain(id);
    });

    test.each([
      ['longer than 30 days', () => ({ from: hoursFromNow(0), to: hoursFromNow(31 * 24) })],
      ['ending before it begins', () => ({ from: hoursFromNow(5), to: hoursFromNow(4) })],
      ['over already', () => ({ from: hoursFromNow(-9), to: hoursFromNow(-1) })],
      ['far ahead', () => ({ from: hoursFromNow(40 * 24), to: hoursFromNow(41 * 24) })],
    ])('%s: refused', async (_, times) => {
      const refused = await office.investigator.post(
        '/api/face-authorisations',
        office.request(watchlistId, times()),
      );
      expect(refused.json()).toMatchObject({ status: 422, code: 'AUTHORISATION_TIME' });
    });

    test('only for an open case of one’s own, with a reason, and cameras that there are', async () => {
      const ask = async (change: object) =>
        (
          await office.investigator.post('/api/face-authorisations', office.request(watchlistId, change))
        ).json();
      expect(await ask({ caseId: newIdentifier() })).toMatchObject({ code: 'CASE_NOT_FOUND' });
      expect(await ask({ reason: 'because' })).toMatchObject({ status: 400 });
      expect(await ask({ scope: { kind: 'cameras', cameraIds: [] } })).toMatchObject({ status: 400 });
      expect(await ask({ falseMatchesPerSearch: 0.5 })).toMatchObject({ status: 400 });
      expect(await ask({ scope: { kind: 'cameras', cameraIds: [newIdentifier()] } })).toMatchObject({
        code: 'CAMERA_NOT_FOUND',
      });
      expect(await ask({ watchlistId: newIdentifier() })).toMatchObject({ code: 'WATCHLIST_NOT_FOUND' });
      const { id: caseId } = (
        await office.investigator.post('/api/cases', { title: 'Closed', siteId: office.file.siteId })
      ).json();
      const { id: waiting } = await office.ask(watchlistId, { caseId });
      await office.investigator.request('PATCH', `/api/cases/${caseId}`, { closed: true });
      expect(await ask({ caseId })).toMatchObject({ code: 'CASE_CLOSED' });
      expect((await office.decide(waiting, 'approved')).json()).toMatchObject({ code: 'CASE_CLOSED' });
    });

    test('never on a list that nobody reviewed since its last change, that ended, or that ends before', async () => {
      const list = await office.makeList({ expiresOn: dayFromNow(2) });
      const ask = async (change: object = {}) =>
        (await office.investigator.post('/api/face-authorisations', office.request(list.id, change))).json();
      expect(await ask({ to: hoursFromNow(1) })).toMatchObject({ code: 'WATCHLIST_UNREVIEWED' });
      await office.review(list.id);
      expect(await ask()).toMatchObject({ code: 'AUTHORISATION_BEYOND_LIST' });
      const { id } = await office.ask(list.id, { to: hoursFromNow(1) });
      await office.addEntry(list);
      expect((await office.decide(id, 'approved')).json()).toMatchObject({ code: 'WATCHLIST_UNREVIEWED' });
      office.server.clock.aheadMs = 3 * DAY_MS;
      const late = { from: hoursFromNow(72), to: hoursFromNow(80) };
      expect(await ask(late)).toMatchObject({ status: 409, code: 'WATCHLIST_EXPIRED' });
    });
  });

  describe('are decided on', () => {
    test('never by who asked, whatever account they use', async () => {
      const { id } = await office.ask(watchlistId);
      const sameHuman = await signInAs(office.server, 'supervisor', { person: 'ayesha' });
      expect((await office.decide(id, 'approved', sameHuman)).json()).toMatchObject({
        status: 403,
        code: 'FOUR_EYES',
      });
      expect((await office.supervisor.get(`/api/face-authorisations/${id}`)).json()).toMatchObject({
        state: 'waiting',
      });
    });

    test('never by somebody of the same or a lower role than who asked', async () => {
      const { id } = await office.ask(watchlistId);
      // As if the investigator had been a supervisor when asking.
      await office.server.db
        .updateTable('face_authorisation')
        .set({ asked_role: 'supervisor' })
        .where('id', '=', id)
        .execute();
      expect((await office.decide(id, 'approved')).json()).toMatchObject({
        status: 403,
        code: 'HIGHER_ROLE_REQUIRED',
      });
    });

    test('never by people of other sites, nor seen by investigators of other cases', async () => {
      const { id } = await office.ask(watchlistId);
      const elsewhere = await signInAs(office.server, 'supervisor', { sites: [] });
      expect((await office.decide(id, 'approved', elsewhere)).json()).toMatchObject({
        code: 'FACE_AUTHORISATION_NOT_FOUND',
      });
      const other = await signInAs(office.server, 'investigator');
      expect((await other.get(`/api/face-authorisations/${id}`)).statusCode).toBe(404);
      expect((await other.get('/api/face-authorisations')).json()).toEqual([]);
      const revoked = await other.post(`/api/face-authorisations/${id}/revocation`, {
        reason: 'None of mine',
      });
      expect(revoked.statusCode).toBe(404);
    });

    test('with a refusal, which is for good', async () => {
      const { id } = await office.ask(watchlistId);
      expect((await office.decide(id, 'refused')).json()).toMatchObject({
        state: 'ended',
        end: 'refused',
        decisionNote: 'Looked at the case',
      });
      expect((await office.decide(id, 'approved')).json()).toMatchObject({ code: 'AUTHORISATION_ENDED' });
      expect(await ledgerKinds(id)).toEqual(['face-authorisation.asked', 'face-authorisation.refused']);
    });

    test('by the database itself: what nobody else approved cannot be put in force', async () => {
      const { id } = await office.ask(watchlistId);
      const force = (columns: object) =>
        office.server.db.updateTable('face_authorisation').set(columns).where('id', '=', id).execute();
      await expect(force({ state: 'in-force' })).rejects.toThrow(/check/);
      await expect(force({ state: 'in-force', approved: true })).rejects.toThrow(/check/);
      await expect(
        office.server.db.deleteFrom('face_authorisation').where('id', '=', id).execute(),
      ).rejects.toThrow();
    });
  });

  describe('end', () => {
    test('by their time, before anybody writes it down, and are written down once', async () => {
      const { id } = await office.approved(watchlistId, { to: hoursFromNow(5) });
      office.server.clock.aheadMs = 5 * HOUR_MS + 1000;
      expect(await openers()).not.toContain(id);
      expect((await office.supervisor.get(`/api/face-authorisations/${id}`)).json()).toMatchObject({
        state: 'in-force',
        live: false,
      });
      await office.later(5 * HOUR_MS + 1000);
      await office.later(6 * HOUR_MS);
      expect((await office.supervisor.get(`/api/face-authorisations/${id}`)).json()).toMatchObject({
        state: 'ended',
        end: 'expired',
        endedBy: 'Amaan',
      });
      expect((await ledgerKinds(id)).filter((kind) => kind.endsWith('.expired'))).toHaveLength(1);
    });

    test('when somebody revokes them, at once, and workers hear of it', async () => {
      const { id } = await office.approved(watchlistId);
      const heard: unknown[] = [];
      const asked = vi.fn();
      const bus = office.server.connectWorker();
      bus.listen(FACE_AUTHORISATIONS_CHANGED, (payload) => void heard.push(payload));
      bus.listen(SUBJECTS.assignmentChanged, asked);
      const revoked = await office.investigator.post(`/api/face-authorisations/${id}/revocation`, {
        reason: 'The suspect gave himself up',
      });
      expect(revoked.json()).toMatchObject({ state: 'ended', end: 'revoked', live: false });
      expect(await openers()).not.toContain(id);
      await vi.waitFor(() => expect(heard).toContainEqual({ ended: [id] }));
      await vi.waitFor(() => expect(asked).toHaveBeenCalled());
      const again = await office.supervisor.post(`/api/face-authorisations/${id}/revocation`, {
        reason: 'Once more',
      });
      expect(again.json()).toMatchObject({ code: 'AUTHORISATION_ENDED' });
    });

    test('when their case is closed, at once, and stay ended when it is opened again', async () => {
      const opened = { title: 'Burglary', siteId: office.file.siteId };
      const { id: caseId } = (await office.investigator.post('/api/cases', opened)).json();
      const { id } = await office.approved(watchlistId, { caseId });
      const close = (closed: boolean) =>
        office.investigator.request('PATCH', `/api/cases/${caseId}`, { closed });
      await close(true);
      expect(await openers()).not.toContain(id);
      await office.later(1000);
      await close(false);
      expect((await office.supervisor.get(`/api/face-authorisations/${id}`)).json()).toMatchObject({
        state: 'ended',
        end: 'case-closed',
      });
      expect(await openers()).not.toContain(id);
    });

    test('when their list is destroyed', async () => {
      const { list } = await office.readyList(2);
      const live = await office.approved(list.id);
      const waiting = await office.ask(list.id);
      await office.supervisor.post(`/api/watchlists/${list.id}/destruction`, { reason: 'No longer lawful' });
      for (const { id } of [live, waiting])
        expect((await office.supervisor.get(`/api/face-authorisations/${id}`)).json()).toMatchObject({
          state: 'ended',
          end: 'watchlist-destroyed',
          watchlistName: null,
        });
      expect(await openers()).not.toContain(live.id);
    });
  });
});
