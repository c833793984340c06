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
