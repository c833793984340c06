import { createHash, timingSafeEqual } from 'node:crypto';
import type { PrincipalRole } from './actions.ts';
import type { Principal } from './decide.ts';

/** Tokens that programs show instead of a session; null: there is no such program. */
export interface ProgramTokens {
  /** Of a collector of figures, which reads `/metrics` and what is published of traffic, and nothing else. */
  readonly monitor: string | null;
  /** Of this machine's command line: whoever may read the data folder already holds all of its keys. */
  readonly commandLine: string | null;
}

/** The program that a bearer token belongs to, or null. */
export function programOf(authorization: string | undefined, tokens: ProgramTokens): Principal | null {
  if (authorization === undefined) return null;
  if (shows(authorization, tokens.monitor)) return program('monitor', 'Metrics collector', 'monitor');
  if (shows(authorization, tokens.commandLine)) {
    return program('command-line', 'Command line', 'command-line');
  }
  return null;
}

function program(id: string, name: string, role: PrincipalRole): Principal {
  return {
    id,
    name,
    username: id,
    role,
    mustChangePassword: false,
    person: `program:${id}`,
    sites: 'all',
    secondFactor: false,
    steppedUpAt: null,
  };
}

function shows(authorization: string, token: string | null): boolean {
  if (token === null) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
}
