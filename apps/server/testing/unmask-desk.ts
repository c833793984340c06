import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Unmasking } from '@amaan/contracts/redaction/unmasking';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { addEvidence } from './add-evidence.ts';
import { type FakeMasking, fakeMasking } from './fake-masking.ts';
import { signInAs } from './sign-in-as.ts';
import { startTestServer, type TestServer } from './start-test-server.ts';
import type { TestClient } from './test-client.ts';
import { addWatchedCamera, type WatchedCamera } from './watched-camera.ts';

/** What the stored picture holds that nobody sees without an un-masking. */
export const BARE = Buffer.from('faces in the street');
export const UNMASK_REASON = 'The face of the driver decides whether it is the man of the report.';

/** Somebody at work on a case. */
export interface AtWork {
  readonly client: TestClient;
  readonly caseId: Identifier;
}

/** A server with a camera, its supervisors, and what is needed to ask for un-maskings. */
export class UnmaskDesk implements AsyncDisposable {
  readonly server: TestServer;
  readonly masking: FakeMasking;
  readonly watched: WatchedCamera;
  readonly administrator: TestClient;
  /** The human Sana Malik. */
  readonly supervisor: TestClient;
  /** The human Tariq Aziz. */
  readonly second: TestClient;
  readonly #ownsDatabase: boolean;

  private constructor(
    parts: Pick<UnmaskDesk, 'server' | 'masking' | 'watched' | 'administrator' | 'supervisor' | 'second'>,
    ownsDatabase: boolean,
  ) {
    this.server = parts.server;
    this.masking = parts.masking;
    this.watched = parts.watched;
    this.administrator = parts.administrator;
    this.supervisor = parts.supervisor;
    this.second = parts.second;
    this.#ownsDatabase = ownsDatabase;
  }

  /** @param aloneMinutes what somebody sees by themselves in a day; @param db one of one's own; left out: in memory */
  static async open({
    aloneMinutes = 10,
    patienceMs,
    db,
  }: {
    aloneMinutes?: number;
    patienceMs?: number;
    db?: Database;
  } = {}): Promise<UnmaskDesk> {
    const masking = fakeMasking();
    const server = await startTestServer(db ?? (await createTestDatabase()), {
      masking,
      unmaskAloneMinutes: aloneMinutes,
      ...(patienceMs !== undefined && { maskingPatienceMs: patienceMs }),
    });
    const administrator = await signInAs(server, 'administrator');
    const supervisor = await signInAs(server, 'supervisor', { person: 'Sana Malik' });
    const second = await signInAs(server, 'supervisor', { person: 'Tariq Aziz' });
    const watched = await addWatchedCamera(server, administrator, supervisor);
    return new UnmaskDesk({ server, masking, watched, administrator, supervisor, second }, db === undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
    if (this.#ownsDatabase) await this.server.db.destroy();
  }

  /** An investigator with a case of their own, who has stated it. */
  async atWork(person?: string): Promise<AtWork> {
    const client = await signInAs(this.server, 'investigator', person === undefined ? {} : { person });
    const caseId = await this.openCase(client);
    await this.state(client, caseId);
    return { client, caseId };
  }

  state(client: TestClient, caseId: Identifier): Promise<LightMyRequestResponse> {
    const statement = 'Reported theft at the gate, report 12/26.';
    return client.post('/api/purposes', { caseId, purpose: 'crime-investigation', statement });
  }

  async openCase(client: TestClient): Promise<Identifier> {
    const { siteId } = this.watched.camera;
    return (await client.post('/api/cases', { title: 'Theft at the gate', siteId })).json().id;
  }

  /** An alert with a stored picture or clip, and what asks for it. */
  async evidence(evidence: 'picture' | 'clip' = 'picture', bytes: Uint8Array = BARE) {
    const item: EvidenceItem = await addEvidence(this.server, { kind: evidence, bytes }, this.watched);
    const subject = { kind: 'evidence', observationId: item.observationId, evidence } as const;
    return { item, subject, url: `/api/evidence/${item.observationId}/${evidence}` };
  }

  ask({ client, caseId }: AtWork, subject: object, reason = UNMASK_REASON): Promise<LightMyRequestResponse> {
    return client.post('/api/unmaskings', { caseId, subject, reason });
  }

  /** Asks, and is not refused. */
  async granted(who: AtWork, subject: object): Promise<Unmasking> {
    const asked = await this.ask(who, subject);
    expect(asked.statusCode, asked.body).toBe(201);
    return asked.json();
  }

  /** The ledger's entries of a kind, oldest first. */
  async entries(kind: string): Promise<{ subject: string; actor: string; data: Record<string, unknown> }[]> {
    const { db } = this.server;
    const rows = await db
      .selectFrom('ledger_entry')
      .select('entry')
      .where('kind', '=', kind)
      .orderBy('index')
      .execute();
    return rows.map(({ entry }) => JSON.parse(entry));
  }

  async idOf(client: TestClient): Promise<string> {
    return (await client.get('/api/me')).json().id;
  }
}
