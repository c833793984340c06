import type { CaseFile } from '@amaan/contracts/case-file';
import type { FaceAuthorisation } from '@amaan/contracts/faces/face-authorisation';
import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import type { EnrolledPicture, WatchlistEntry } from '@amaan/contracts/faces/watchlist-entry';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import { expect } from 'vitest';
import type { RunnableModel } from '../permits/runnable-model.ts';
import { type FakeFaceDesk, facePicture, fakeFaceDesk, type ShownFaces } from './fake-face-desk.ts';
import { signInAs } from './sign-in-as.ts';
import { startTestServer, type TestServer } from './start-test-server.ts';
import type { TestClient } from './test-client.ts';

export const HOUR_MS = 60 * 60_000;
export const DAY_MS = 24 * HOUR_MS;

/** The day that so many days from now is. */
export function dayFromNow(days: number): string {
  return instantOf(Date.now() + days * DAY_MS).slice(0, 10);
}

/** The instant that so many hours from now is. */
export function hoursFromNow(hours: number): string {
  return instantOf(Date.now() + hours * HOUR_MS);
}

/** A server whose face desk is a fake, with the people who work on faces and a case. */
export class FaceOffice implements AsyncDisposable {
  readonly server: TestServer;
  readonly desk: FakeFaceDesk;
  readonly file: CaseFile;
  readonly administrator: TestClient;
  /** Asks; a member of the case. */
  readonly investigator: TestClient;
  /** Fills lists. */
  readonly keeper: TestClient;
  /** Reviews lists and approves. */
  readonly supervisor: TestClient;
  readonly cameraId: Identifier;
  readonly #ownsDatabase: boolean;

  private constructor(office: Pick<FaceOffice, (typeof PARTS)[number]>, ownsDatabase: boolean) {
    this.#ownsDatabase = ownsDatabase;
    this.server = office.server;
    this.desk = office.desk;
    this.file = office.file;
    this.administrator = office.administrator;
    this.investigator = office.investigator;
    this.keeper = office.keeper;
    this.supervisor = office.supervisor;
    this.cameraId = office.cameraId;
  }

  /**
   * @param db a database of one's own, which the office does not close; left out: one in memory
   * @param models as if their files were there; left out: none but that of Smart Vision
   * @param consoleDir the built console; left out: the API alone
   * @param hasModels whether pictures go to the models behind the permit and not to the fake; left out: no
   */
  static async open({
    db,
    models,
    consoleDir,
    hasModels = false,
  }: {
    db?: Database;
    models?: RunnableModel[];
    consoleDir?: string;
    hasModels?: boolean;
  } = {}): Promise<FaceOffice> {
    const desk = await fakeFaceDesk();
    const server = await startTestServer(db ?? (await createTestDatabase()), {
      ...(!hasModels && { faceDesk: desk }),
      ...(consoleDir !== undefined && { consoleDir }),
      ...(models !== undefined && { readModels: async () => models }),
      demo: false,
    });
    const administrator = await signInAs(server, 'administrator');
    const camera = await administrator.post('/api/cameras', { name: 'Gate', url: 'rtsp://u:p@10.0.0.5/s1' });
    const { id: cameraId, siteId } = camera.json();
    const investigator = await signInAs(server, 'investigator', { person: 'ayesha' });
    const keeper = await signInAs(server, 'supervisor', { person: 'bilal' });
    const supervisor = await signInAs(server, 'supervisor', { person: 'amina' });
    const file = (await investigator.post('/api/cases', { title: 'Robbery', siteId })).json();
    const parts = { server, desk, file, administrator, investigator, keeper, supervisor, cameraId };
    return new FaceOffice(parts, db === undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
    if (this.#ownsDatabase) await this.server.db.destroy();
  }

  listBody(change: object = {}): object {
    return {
      name: 'Robbery suspects',
      purpose: 'Finding the suspects of armed robberies',
      criteria: 'Suspects with a warrant; never witnesses or victims',
      owner: 'Investigation branch',
      legalBasis: 'Code of Criminal Procedure, section 54',
      expiresOn: dayFromNow(60),
      siteId: this.file.siteId,
      ...change,
    };
  }

  async makeList(change: object = {}): Promise<Watchlist> {
    const made = await this.keeper.post('/api/watchlists', this.listBody(change));
    expect(made.statusCode, made.body).toBe(201);
    return made.json();
  }

  async getList(id: Identifier): Promise<Watchlist> {
    return (await this.supervisor.get(`/api/watchlists/${id}`)).json();
  }

  async addEntry(list: Pick<Watchlist, 'id'>, change: object = {}): Promise<WatchlistEntry> {
    const body = { reference: 'Suspect 12/26', child: false, missing: false, ...change };
    const added = await this.keeper.post(`/api/watchlists/${list.id}/entries`, body);
    expect(added.statusCode, added.body).toBe(201);
    return added.json();
  }

  async enrolBytes(entry: WatchlistEntry, bytes: Buffer) {
    return this.keeper.post(`/api/watchlists/${entry.watchlistId}/entries/${entry.id}/pictures`, {
      source: 'Police record, Lahore',
      lawfulness: 'Taken on arrest under the identification act',
      takenOn: dayFromNow(-30),
      picture: bytes.toString('base64'),
    });
  }

  async enrol(entry: WatchlistEntry, shown: ShownFaces): Promise<EnrolledPicture> {
    const enrolled = await this.enrolBytes(entry, await facePicture(shown));
    expect(enrolled.statusCode, enrolled.body).toBe(201);
    return enrolled.json();
  }

  /** Somebody who changed nothing confirms the list as it is. */
  async review(id: Identifier): Promise<Watchlist> {
    const { revision: seen } = await this.getList(id);
    const body = { seen, statement: 'Looked through every entry today' };
    const reviewed = await this.supervisor.post(`/api/watchlists/${id}/review`, body);
    expect(reviewed.statusCode, reviewed.body).toBe(200);
    return reviewed.json();
  }

  /** A list with one person on it, reviewed. */
  async readyList(person: number, change: object = {}): Promise<{ list: Watchlist; entry: WatchlistEntry }> {
    const { id } = await this.makeList(change);
    const entry = await this.addEntry({ id });
    await this.enrol(entry, { person });
    return { list: await this.review(id), entry };
  }

  request(watchlistId: Identifier, change: object = {}): object {
    return {
      caseId: this.file.id,
      kind: 'offence',
      about: 'Armed robbery, FIR 112/26',
      legalBasis: 'Code of Criminal Procedure, section 54',
      reason: 'The suspects fled through the market and are armed',
      scope: { kind: 'cameras', cameraIds: [this.cameraId] },
      from: hoursFromNow(-1),
      to: hoursFromNow(72),
      watchlistId,
      ...change,
    };
  }

  async ask(watchlistId: Identifier, change: object = {}, urgent = false): Promise<FaceAuthorisation> {
    const url = `/api/face-authorisations${urgent ? '/urgent' : ''}`;
    const asked = await this.investigator.post(url, this.request(watchlistId, change));
    expect(asked.statusCode, asked.body).toBe(201);
    return asked.json();
  }

  decide(id: Identifier, decision: 'approved' | 'refused', by: TestClient = this.supervisor) {
    return by.post(`/api/face-authorisations/${id}/decision`, { decision, note: 'Looked at the case' });
  }

  async approved(watchlistId: Identifier, change: object = {}): Promise<FaceAuthorisation> {
    const { id } = await this.ask(watchlistId, change);
    const decided = await this.decide(id, 'approved');
    expect(decided.statusCode, decided.body).toBe(200);
    return decided.json();
  }

  /** What the ledger says about something, oldest first. */
  async ledgerOf(subject: string): Promise<{ kind: string; actor: string; data: Record<string, unknown> }[]> {
    const rows = await this.server.db.selectFrom('ledger_entry').select('entry').orderBy('index').execute();
    return rows.map(({ entry }) => JSON.parse(entry)).filter((entry) => entry.subject === subject);
  }

  /** Lets a job of a server that just started look, so many milliseconds from now. */
  async later(milliseconds: number): Promise<void> {
    this.server.clock.aheadMs = milliseconds;
    await this.server.services.faces.upkeep.run();
  }
}

const PARTS = [
  ...(['server', 'desk', 'file', 'cameraId'] as const),
  ...(['administrator', 'investigator', 'keeper', 'supervisor'] as const),
] as const;
