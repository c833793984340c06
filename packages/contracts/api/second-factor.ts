import { z } from 'zod';
import { Instant } from '../instant.ts';

/** Six digits of an authenticator app (RFC 6238); spaces, as apps show them, are let pass. */
export const TotpCode = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'six digits'));

/** A one-time code for the day on which the phone is lost. */
export const RecoveryCode = z.string().trim().min(8).max(40);

const Base64Url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const Transports = z.array(z.string().max(20)).max(8);

/** A credential that an authenticator has made (W3C Web Authentication, `RegistrationResponseJSON`). */
export const PasskeyRegistration = z.object({
  id: Base64Url.max(1400),
  rawId: Base64Url.max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  response: z.object({
    clientDataJSON: Base64Url.max(4_000),
    attestationObject: Base64Url.max(20_000),
    transports: Transports.optional(),
  }),
});
export type PasskeyRegistration = z.infer<typeof PasskeyRegistration>;

/** What an authenticator has signed (W3C Web Authentication, `AuthenticationResponseJSON`). */
export const PasskeyAssertion = z.object({
  id: Base64Url.max(1400),
  rawId: Base64Url.max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  response: z.object({
    clientDataJSON: Base64Url.max(4_000),
    authenticatorData: Base64Url.max(4_000),
    signature: Base64Url.max(8_000),
    userHandle: Base64Url.max(200).optional(),
  }),
});
export type PasskeyAssertion = z.infer<typeof PasskeyAssertion>;

/** Options for the browser's credential functions: made by the server, handed on as they are. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() });
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;

export const FACTOR_METHODS = ['totp', 'passkey', 'recovery-code'] as const;
export const FactorMethod = z.enum(FACTOR_METHODS);
export type FactorMethod = z.infer<typeof FactorMethod>;

/** The password was right, and the account wants more: no session exists yet. */
export const SecondFactorRequired = z.object({
  code: z.literal('SECOND_FACTOR_REQUIRED'),
  challenge: Base64Url.max(100),
  methods: z.array(FactorMethod),
  expiresAt: Instant,
});
export type SecondFactorRequired = z.infer<typeof SecondFactorRequired>;

/** One proof of who somebody is, beyond the password. */
export const SecondFactorProof = z.union([
  z.strictObject({ code: TotpCode }),
  z.strictObject({ recoveryCode: RecoveryCode }),
  z.strictObject({ passkey: PasskeyAssertion }),
]);
export type SecondFactorProof = z.infer<typeof SecondFactorProof>;

/** The second step of a sign-in. */
export const SecondFactorSignIn = z.object({ challenge: Base64Url.max(100), proof: SecondFactorProof });
export type SecondFactorSignIn = z.infer<typeof SecondFactorSignIn>;

/** Proving it again before a sensitive action. An account with a second factor does not do with a password. */
export const StepUpProof = z.union([
  z.strictObject({ password: z.string().min(1).max(256) }),
  z.strictObject({ code: TotpCode }),
  z.strictObject({ passkey: PasskeyAssertion }),
]);
export type StepUpProof = z.infer<typeof StepUpProof>;

export const Passkey = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
  /** Whether its owner's devices share it, so that a lost device does not lose it. */
  backedUp: z.boolean(),
});
export type Passkey = z.infer<typeof Passkey>;

export const PasskeyName = z.object({ name: z.string().trim().min(1).max(60) });
export const NewPasskey = PasskeyName.extend({ registration: PasskeyRegistration });
export type NewPasskey = z.infer<typeof NewPasskey>;

/** Why this address cannot have passkeys. */
export const PASSKEY_OBSTACLES = ['address-is-a-number', 'not-https', 'name-not-set'] as const;

/** How somebody can prove who they are. */
export const SecondFactorState = z.object({
  totp: z.object({ since: Instant }).nullable(),
  recoveryCodesLeft: z.number().int().nonnegative(),
  passkeys: z.array(Passkey),
  /** Passkeys belong to a name reached over https (or to localhost); null: they work at this address. */
  passkeyObstacle: z.enum(PASSKEY_OBSTACLES).nullable(),
});
export type SecondFactorState = z.infer<typeof SecondFactorState>;

/** A secret for an authenticator app, which counts only once a code has been shown for it. */
export const TotpEnrolment = z.object({
  /** Base32, for typing. */
  secret: z.string(),
  /** `otpauth://` address, for the QR code. */
  uri: z.string(),
});
export type TotpEnrolment = z.infer<typeof TotpEnrolment>;

/** Shown once and kept nowhere. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
