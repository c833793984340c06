import type { IncomingHttpHeaders } from 'node:http';
import { type PasswordChange, Role, type SignIn, type SiteScope } from '@amaan/contracts/api/me';
import { APIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import { z } from 'zod';
import { HttpError } from '../http/http-errors.ts';
import type { Auth } from './create-auth.ts';
import type { Principal } from './decide.ts';
import type { UserService } from './user-service.ts';

/** What is read of a session's user; the library's types do not know the columns that this project adds. */
const SessionUser = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  role: Role,
  mustChangePassword: z.boolean(),
  person: z.string(),
  sites: z.string().transform((text): SiteScope => (text === 'all' ? text : text.split(' ').filter(Boolean))),
});

/** Who a session belongs to, and the headers that carry its cookies. */
export interface OpenedSession {
  readonly principal: Principal;
  readonly headers: Headers;
}

/** Signing in, staying signed in, signing out. */
export class SessionService {
  readonly #auth: Auth;
  readonly #users: Pick<UserService, 'changePassword'>;

  constructor(auth: Auth, users: Pick<UserService, 'changePassword'>) {
    this.#auth = auth;
    this.#users = users;
  }

  /** Who sent a request, with the cookies that keep the session alive. */
  async authenticate(
    headers: IncomingHttpHeaders,
  ): Promise<{ principal: Principal | null; cookies: string[] }> {
    if (headers.cookie === undefined) return { principal: null, cookies: [] };
    const session = await this.#auth.api.getSession({
      headers: new Headers({ cookie: headers.cookie }),
      returnHeaders: true,
    });
    const user = session.response?.user;
    return { principal: user ? principalOf(user) : null, cookies: session.headers.getSetCookie() };
  }

  /**
   * Opens a session.
   * @throws HttpError 401 `CREDENTIALS_WRONG`, the same for an unknown name and a wrong password.
   */
  async signIn(credentials: SignIn): Promise<OpenedSession> {
    try {
      const { response, headers } = await this.#auth.api.signInUsername({
        body: credentials,
        returnHeaders: true,
      });
      if (response === null) throw wrongCredentials();
      return { principal: principalOf(response.user), headers };
    } catch (error) {
      if (error instanceof APIError && error.statusCode < 500) throw wrongCredentials(error);
      throw error;
    }
  }

  /** Ends the session of a request. */
  async signOut(headers: IncomingHttpHeaders): Promise<Headers> {
    const ended = await this.#auth.api.signOut({ headers: fromNodeHeaders(headers), returnHeaders: true });
    return ended.headers;
  }

  /**
   * Changes a person's password, ends all their sessions and opens a new one.
   * @throws HttpError 403 `PASSWORD_WRONG`, 422 `PASSWORD_UNCHANGED`
   */
  async changePassword(person: Principal, change: PasswordChange): Promise<OpenedSession> {
    await this.#users.changePassword(person, change);
    return this.signIn({ username: person.username, password: change.newPassword });
  }
}

function principalOf(user: unknown): Principal {
  return { ...SessionUser.parse(user), secondFactor: false, steppedUpAt: null };
}

function wrongCredentials(cause?: unknown): HttpError {
  return new HttpError(401, 'CREDENTIALS_WRONG', 'The user name or the password is wrong.', { cause });
}
