import type { Role } from '@amaan/contracts/api/me';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { DeploymentKeys } from '../keys/deployment-keys.ts';
import { ChallengeService } from './challenge-service.ts';
import { createAuth } from './create-auth.ts';
import { PasskeyAddresses } from './passkeys/passkey-addresses.ts';
import { PasskeyService } from './passkeys/passkey-service.ts';
import { RefusedActions } from './refused-actions.ts';
import { RefusedProofs } from './refused-proofs.ts';
import { SecondFactorService } from './second-factor/second-factor-service.ts';
import { SessionService } from './session-service.ts';
import { OpenConnections } from './sessions/open-connections.ts';
import { SignInThrottle } from './sessions/sign-in-throttle.ts';
import { SignInService } from './sign-in-service.ts';
import { StepUpService } from './step-up-service.ts';
import type { UserService } from './user-service.ts';

export interface IdentityOptions {
  readonly db: Database;
  readonly keys: Pick<DeploymentKeys, 'secrets' | 'sessions'>;
  readonly users: Pick<UserService, 'changePassword'>;
  readonly publicOrigin: string | null;
  /** Whether roles that decide or administer may do nothing before they have a second factor; left out: no. */
  readonly requireSecondFactor?: boolean;
  /** The courses that a person's role asks for and that do not hold now. */
  readonly trainingGaps: (person: string, role: Role) => Promise<readonly string[]>;
  readonly logger: Logger;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** Everything by which people prove who they are. */
export interface Identity extends Disposable {
  readonly connections: OpenConnections;
  readonly sessions: SessionService;
  readonly signIns: SignInService;
  readonly stepUps: StepUpService;
  readonly secondFactors: SecondFactorService;
  readonly passkeys: PasskeyService;
  readonly addresses: PasskeyAddresses;
  readonly refusedActions: RefusedActions;
}

/** Joins the services of signing in, staying signed in, and proving it again. */
export function createIdentity({
  db,
  keys,
  users,
  publicOrigin,
  requireSecondFactor = false,
  trainingGaps,
  logger,
  now,
}: IdentityOptions): Identity {
  const connections = new OpenConnections({ db, logger, now });
  const auth = createAuth({ db, secret: keys.sessions, publicOrigin, logger });
  const throttle = new SignInThrottle({ db, secret: keys.sessions, now });
  const refused = new RefusedProofs({ db, now });
  const sessions = new SessionService({
    db,
    auth,
    connections,
    requireSecondFactor,
    trainingGaps,
    now,
  });
  const challenges = new ChallengeService({ db, now });
  const secondFactors = new SecondFactorService({ db, secrets: keys.secrets, now });
  const passkeys = new PasskeyService({ db, challenges, now });
  const proofs = { db, sessions, secondFactors, passkeys, throttle, refused, now };
  return {
    connections,
    sessions,
    signIns: new SignInService({ ...proofs, users, challenges }),
    stepUps: new StepUpService(proofs),
    secondFactors,
    passkeys,
    addresses: new PasskeyAddresses(publicOrigin),
    refusedActions: new RefusedActions({ db, now, logger }),
    [Symbol.dispose]: () => connections[Symbol.dispose](),
  };
}
