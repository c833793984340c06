import type { Generated } from 'kysely';

type InstantText = string;

/** The tables of `better-auth` with its `username` plugin; names are the library's. */
export interface AccountTables {
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  verification: VerificationTable;
}

interface UserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  image: string | null;
  createdAt: InstantText;
  updatedAt: InstantText;
  username: string | null;
  displayUsername: string | null;
  role: string;
  mustChangePassword: boolean;
  /** The human behind the account, for example a staff number: two accounts of one person count once. */
  person: string;
  /** `all`, or the identifiers of sites with a space between them. */
  sites: string;
  disabledAt: InstantText | null;
  /** Whether the account has a second factor; kept in step by `markSecondFactor`. */
  secondFactor: Generated<boolean>;
}

interface SessionTable {
  id: string;
  expiresAt: InstantText;
  token: string;
  createdAt: InstantText;
  updatedAt: InstantText;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
  /** How its person proved who they are, for example `password+totp`. */
  method: Generated<string>;
  lastSeenAt: Generated<InstantText>;
  /** When the person last proved again who they are. */
  steppedUpAt: InstantText | null;
}

interface AccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: InstantText | null;
  refreshTokenExpiresAt: InstantText | null;
  scope: string | null;
  password: string | null;
  createdAt: InstantText;
  updatedAt: InstantText;
}

interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: InstantText;
  createdAt: InstantText;
  updatedAt: InstantText;
}
