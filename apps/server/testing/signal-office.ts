import type { Bus } from '@amaan/bus/bus';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { PermitClaims } from '@amaan/contracts/permit';
import { FixedPlanNow, SIGNAL_SUBJECTS, SignalAssignment } from '@amaan/contracts/traffic/signal-messages';
import { Revocation, SUBJECTS } from '@amaan/contracts/worker-messages';
import { PermitKeySet } from '@amaan/governance/permits/permit-keys';
import { verifyPermit } from '@amaan/governance/permits/verify-permit';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { testJunction } from '@amaan/traffic-management/signals/testing/test-junction';
import { trafficManagement } from '@amaan/traffic-management/system';
import { expect } from 'vitest';
import { approveSystem } from './approve-system.ts';
import { signInAs } from './sign-in-as.ts';
import { startTestServer, TEST_MODEL, type TestServer } from './start-test-server.ts';
import type { TestClient } from './test-client.ts';

export const SIGNAL_REASON = 'For a test of signal control on this junction.';

const { id: _, ...definition } = testJunction();
/** What a junction of a test is. */
export const TEST_DEFINITION = definition;

const ROLES = ['supervisor', 'traffic-reviewer', 'operator', 'administrator', 'governance-officer'] as const;

/** A server on a real database whose traffic management may run, the people of signal control, and its process's end of the bus. */
export class SignalOffice implements AsyncDisposable {
  /** Permits that were revoked, and junctions that were told to run their fixed plan, as the process heard it. */
  readonly revoked: string[] = [];
  readonly fixed: string[] = [];
  readonly bus: Bus;
  readonly postgres: TestDatabase;
  readonly server: TestServer;
  readonly siteId: string;
  readonly people: Readonly<Record<(typeof ROLES)[number], TestClient>>;

  private constructor(parts: Pick<SignalOffice, 'postgres' | 'server' | 'siteId' | 'people'>) {
    this.postgres = parts.postgres;
    this.server = parts.server;
    this.siteId = parts.siteId;
    this.people = parts.people;
    this.bus = parts.server.connectWorker();
    this.bus.listen(SUBJECTS.revocation, (payload) => this.revoked.push(Revocation.parse(payload).permitId));
    this.bus.listen(SIGNAL_SUBJECTS.fixedPlanNow, (payload) =>
      this.fixed.push(...FixedPlanNow.parse(payload).junctions),
    );
  }

  static async open(): Promise<SignalOffice> {
    const postgres = await openTestDatabase();
    const model = { ...TEST_MODEL, id: trafficManagement.models[0]! };
    const server = await startTestServer(postgres.db, { demo: false, readModels: async () => [model] });
    await approveSystem(postgres.db, server.services, trafficManagement);
    await server.services.permitUpkeep.followSystems();
    const signedIn = await Promise.all(ROLES.map(async (role) => [role, await signInAs(server, role)]));
    const people: SignalOffice['people'] = Object.fromEntries(signedIn);
    const siteId = (await people.operator.get('/api/sites')).json()[0].id;
    return new SignalOffice({ postgres, server, siteId, people });
  }

  /** What the process of signal control is to do. */
  async assignment(): Promise<SignalAssignment> {
    const request = { workerId: newIdentifier(), sentAt: instantOf(Date.now()) };
    return SignalAssignment.parse(await this.bus.request(SIGNAL_SUBJECTS.assignment, request));
  }

  /** Adds a junction. */
  async added(change: object = {}): Promise<string> {
    const answer = await this.people.supervisor.post('/api/junctions', {
      ...{ siteId: this.siteId, note: 'Added for a test.' },
      definition: { ...definition, ...change },
    });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json().id;
  }

  /** Adds a junction with a simulated signal. */
  async connected(): Promise<string> {
    const id = await this.added();
    const answer = await this.people.administrator.request('PUT', `/api/junctions/${id}/output`, {
      ...{ kind: 'simulated', ntcip: true, arrivalsPerHour: 300 },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return id;
  }

  /** Two people allow junctions to be controlled. @returns the approval */
  async approved(junctions: string[], days = 10): Promise<string> {
    const asked = await this.people['traffic-reviewer'].post('/api/signal-approvals', {
      ...{ junctions, controller: 'max-pressure', reason: SIGNAL_REASON, days },
    });
    expect(asked.statusCode, asked.body).toBe(201);
    const { id } = asked.json();
    const answer = await this.people.supervisor.post(`/api/signal-approvals/${id}/decision`, {
      ...{ decision: 'approved', note: 'Looked at.' },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return id;
  }

  setMode(id: string, mode: string) {
    return this.people.supervisor.post(`/api/junctions/${id}/mode`, { mode, reason: SIGNAL_REASON });
  }

  /** A junction that is controlled. */
  async controlled(): Promise<{ id: string; approval: string }> {
    const id = await this.connected();
    const approval = await this.approved([id]);
    const answer = await this.setMode(id, 'control');
    expect(answer.statusCode, answer.body).toBe(200);
    return { id, approval };
  }

  /** What the permits say that let a junction be controlled now. */
  async permitsOf(id: string): Promise<PermitClaims[]> {
    const { permits, permitKeys } = await this.assignment();
    const keys = await PermitKeySet.fromJwks(permitKeys);
    const claims = await Promise.all(permits.map(({ token }) => verifyPermit(token, keys)));
    return claims.filter(({ junctions }) => junctions?.includes(id));
  }

  /** Kinds of what the ledger says about something. */
  async ledgerOf(subject: string): Promise<string[]> {
    const { db } = this.postgres;
    const rows = await db.selectFrom('ledger_entry').select('kind').where('subject', '=', subject).execute();
    return rows.map(({ kind }) => kind);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
    await this.postgres[Symbol.asyncDispose]();
  }
}
