type InstantText = string;

/** What a challenge may be answered for; an answer to one purpose is worthless for another. */
export type ChallengePurpose =
  /** The password was right; a code or a passkey must follow. */
  'second-factor' | 'passkey-registration' | 'passkey-sign-in' | 'passkey-second-factor' | 'passkey-step-up';

/** How people prove who they are beyond a password. Nothing in here lets anybody in by being read. */
export interface SecondFactorTables {
  totp_secret: TotpSecretTable;
  recovery_code: RecoveryCodeTable;
  passkey: PasskeyTable;
  identity_challenge: IdentityChallengeTable;
  sign_in_throttle: SignInThrottleTable;
}

interface TotpSecretTable {
  user_id: string;
  /** The shared secret, sealed with the deployment's key for exactly this user. */
  sealed: Uint8Array;
  created_at: InstantText;
  /** null until the person has shown a code: until then it is no second factor. */
  confirmed_at: InstantText | null;
  /** The newest time step whose code was accepted; neither it nor an older one is accepted again. */
  last_step: number;
}

interface RecoveryCodeTable {
  user_id: string;
  /** sha256; the codes hold 80 random bits, so a slow hash would add nothing. */
  digest: Uint8Array;
  created_at: InstantText;
  used_at: InstantText | null;
}

interface PasskeyTable {
  /** The credential identifier, base64url. */
  id: string;
  user_id: string;
  name: string;
  /** COSE key. */
  public_key: Uint8Array;
  counter: number;
  /** With a space between them. */
  transports: string;
  backed_up: boolean;
  created_at: InstantText;
  last_used_at: InstantText | null;
}

interface IdentityChallengeTable {
  /** sha256 of the challenge. */
  digest: Uint8Array;
  purpose: ChallengePurpose;
  /** Whose proof is expected; null: whoever owns the passkey. */
  user_id: string | null;
  attempts: number;
  expires_at: InstantText;
}

interface SignInThrottleTable {
  /** HMAC of the user name as it was typed, so that names which do not exist are slowed down all the same. */
  key: Uint8Array;
  failures: number;
  failed_at: InstantText;
  blocked_until: InstantText;
}
