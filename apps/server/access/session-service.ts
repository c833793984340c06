import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { PRIVILEGED_ROLES, Role, type SiteScope } from '@amaan/contracts/api/me';
import { type SessionView, SignInMethod } from '@amaan/contracts/api/session-view';
import { newIdentifier } from '@amaan/contracts/identifier';
import { Instant, instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import {
  deleteSessions,
  insertSession,
  listSessions,
  markSteppedUp,
  touchSession,
} from '@amaan/store/sessions';
import { fromNodeHeaders } from 'better-auth/node';
import { z } from 'zod';
import { NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { type Auth, SESSION_SECONDS } from './create-auth.ts';
import type { Principal } from './decide.ts';
import { describeUserAgent } from './sessions/describe-user-agent.ts';
import type { OpenConnections } from './sessions/open-connections.ts';

const LAST_SEEN_STEP_MS = 60_000;
const LONGEST_USER_AGENT = 400;

/** What is read of a session and its user; the library's types do not know the columns that this project adds. */
const StoredSession = z.object({
  session: z.object({ id: z.string(), lastSeenAt: Instant, steppedUpAt: Instant.nullish() }),
  user: z.object({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    role: Role,
    mustChangePassword: z.boolean(),
    person: z.string(),
    sites: z
      .string()
      .transform((text): SiteScope => (text === 'all' ? text : text.split(' ').filter(Boolean))),
    secondFactor: z.boolean(),
    disabledAt: Instant.nullish(),
  }),
});

/** Who sent a request. */
export interface Authentication {
  readonly principal: Principal | null;
  /** Identifier of the session; no secret. */
  readonly sessionId: string | null;
  /** To be set, so that the session goes on. */
  readonly cookies: readonly string[];
}

/** Who a session belongs to, and the headers that carry its cookies. */
export interface OpenedSession {
  readonly principal: Principal;
  readonly sessionId: string;
  readonly headers: Headers;
}

/** How a session comes to be. */
export interface SessionOpening {
  readonly userId: string;
  readonly method: SignInMethod;
  readonly userAgent: string;
  /** Whether what was just proven is enough for sensitive actions, or when it was proven before. */
  readonly steppedUpAt: Instant | null;
}

export interface SessionServiceOptions {
  readonly db: Database;
  readonly auth: Auth;
  readonly connections: OpenConnections;
  /** Whether roles that decide or administer may do nothing before they have a second factor. */
  readonly requireSecondFactor: boolean;
  /** The courses that a person's role asks for and that do not hold now. */
  readonly trainingGaps: (person: string, role: Role) => Promise<readonly string[]>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

const NOBODY: Authentication = { principal: null, sessionId: null, cookies: [] };

/** Staying signed in and signing out: every session, from its opening to its end, with its ledger entries. */
export class SessionService {
  readonly #db: Database;
  readonly #auth: Auth;
  readonly #connections: OpenConnections;
  readonly #requireSecondFactor: boolean;
  readonly #trainingGaps: SessionServiceOptions['trainingGaps'];
  readonly #now: () => number;

  constructor(options: SessionServiceOptions) {
    const { db, auth, connections, requireSecondFactor, trainingGaps, now } = options;
    this.#db = db;
    this.#auth = auth;
    this.#connections = connections;
    this.#requireSecondFactor = requireSecondFactor;
    this.#trainingGaps = trainingGaps;
    this.#now = now;
  }

  /** Who sent a request. Asks the database each time, so that a session that was revoked is over at once. */
  async authenticate(headers: IncomingHttpHeaders): Promise<Authentication> {
    if (headers.cookie === undefined) return NOBODY;
    const answer = await this.#auth.api.getSession({
      headers: new Headers({ cookie: headers.cookie }),
      returnHeaders: true,
    });
    const cookies = answer.headers.getSetCookie();
    if (answer.response === null) return { ...NOBODY, cookies };
    const { session, user } = StoredSession.parse(answer.response);
    if (user.disabledAt) return { ...NOBODY, cookies };
    const now = this.#now();
    if (now - Date.parse(session.lastSeenAt) > LAST_SEEN_STEP_MS)
      await touchSession(this.#db, session.id, instantOf(now));
    const { disabledAt: _, ...person } = user;
    const principal: Principal = {
      ...person,
      steppedUpAt: session.steppedUpAt ?? null,
      trainingGaps: await this.#trainingGaps(person.person, person.role),
      secondFactorDue:
        this.#requireSecondFactor && !person.secondFactor && PRIVILEGED_ROLES.includes(person.role),
    };
    return { principal, sessionId: session.id, cookies };
  }

  /** Opens a session for somebody who has just proven who they are. */
  async open({ userId, method, userAgent, steppedUpAt }: SessionOpening): Promise<OpenedSession> {
    const id = newIdentifier();
    const token = randomBytes(32).toString('base64url');
    const at = this.#now();
    await changeInLedger(this.#db, async (transaction) => {
      await insertSession(transaction, {
        id,
        token,
        userId,
        userAgent: userAgent.slice(0, LONGEST_USER_AGENT),
        method,
        createdAt: instantOf(at),
        // By the clock that the library compares it with.
        expiresAt: instantOf(Date.now() + SESSION_SECONDS * 1000),
        steppedUpAt,
      });
      return {
        result: null,
        entries: [this.#entry('session.opened', userId, userId, { session: id, method })],
      };
    });
    const { headers } = await this.#auth.api.issueSessionCookie({ body: { token }, returnHeaders: true });
    const cookie = headers
      .getSetCookie()
      .map((text) => text.split(';', 1)[0])
      .join('; ');
    const { principal } = await this.authenticate({ cookie });
    if (principal === null) throw new NotFoundError('session');
    return { principal, sessionId: id, headers };
  }

  /** Ends the session of a request. */
  async signOut(headers: IncomingHttpHeaders, person: Principal, sessionId: string): Promise<Headers> {
    await this.#end(person.id, { only: sessionId }, person.id, 'signed-out');
    const ended = await this.#auth.api.signOut({ headers: fromNodeHeaders(headers), returnHeaders: true });
    return ended.headers;
  }

  /** Where a person is signed in. */
  async list(userId: string, currentId: string | null): Promise<SessionView[]> {
    const rows = await listSessions(this.#db, userId, instantOf(Date.now()));
    return rows.map(({ userAgent, method, ...row }) => ({
      ...row,
      method: SignInMethod.parse(method),
      ...describeUserAgent(userAgent ?? ''),
      current: row.id === currentId,
    }));
  }

  /**
   * Ends one session of a person.
   * @throws NotFoundError `SESSION_NOT_FOUND`
   */
  async revoke(userId: string, sessionId: string, actorId: string): Promise<void> {
    const ended = await this.#end(userId, { only: sessionId }, actorId, 'revoked');
    if (ended === 0) throw new NotFoundError('session');
  }

  /**
   * Ends all sessions of a person.
   * @param except a session that goes on
   * @returns how many ended
   */
  revokeAll(userId: string, actorId: string, except: string | null = null): Promise<number> {
    return this.#end(userId, { except }, actorId, 'revoked');
  }

  /** Ends the connections of sessions that were ended by somebody else in this process, for instance with an account. */
  recheckConnections(): Promise<void> {
    return this.#connections.check();
  }

  /** Notes that the person of a session has just proven who they are. */
  async stepUp(person: Principal, sessionId: string, method: string): Promise<Principal> {
    const at = this.#now();
    const steppedUpAt = instantOf(at);
    await changeInLedger(this.#db, async (transaction) => {
      await markSteppedUp(transaction, sessionId, steppedUpAt);
      const entry = this.#entry('session.stepped-up', person.id, person.id, { session: sessionId, method });
      return { result: null, entries: [entry] };
    });
    return { ...person, steppedUpAt };
  }

  async #end(
    userId: string,
    which: Parameters<typeof deleteSessions>[2],
    actorId: string,
    reason: string,
  ): Promise<number> {
    const ended = await changeInLedger(this.#db, async (transaction) => {
      const result = await deleteSessions(transaction, userId, which);
      const entries = result.map((session) =>
        this.#entry('session.ended', actorId, userId, { session, reason }),
      );
      return { result, entries };
    });
    this.#connections.endSessions(ended);
    return ended.length;
  }

  #entry(kind: string, actorId: string, userId: string, data: Record<string, string>) {
    return ledgerEntry({
      kind,
      at: this.#now(),
      actor: `user:${actorId}`,
      subject: `user:${userId}`,
      data,
    });
  }
}
