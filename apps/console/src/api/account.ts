import type { Me } from '@amaan/contracts/api/me';
import type {
  Passkey,
  PasskeyAssertion,
  PasskeyOptions,
  RecoveryCodes,
  SecondFactorProof,
  SecondFactorState,
  StepUpProof,
  TotpEnrolment,
} from '@amaan/contracts/api/second-factor';
import type { SessionView } from '@amaan/contracts/api/session-view';
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

export const secondFactorQuery = queryOptions({
  queryKey: ['me', 'second-factor'],
  queryFn: () => unwrap<SecondFactorState>(api.GET('/api/me/second-factor')),
});

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: () => unwrap<SessionView[]>(api.GET('/api/me/sessions')),
  staleTime: 0,
});

export const stepUp = (proof: StepUpProof): Promise<Me> =>
  unwrap(api.POST('/api/me/step-up', { body: proof as BodyOf<paths['/api/me/step-up']['post']> }));

/** Confirms with a passkey: the browser asks the person for it. */
export async function stepUpWithPasskey(): Promise<Me> {
  return stepUp({ passkey: await sign(await unwrap(api.POST('/api/me/step-up/passkey'))) });
}

export function signInSecondStep(challenge: string, proof: SecondFactorProof): Promise<Me> {
  const body = { challenge, proof } as BodyOf<paths['/api/auth/sign-in/second-factor']['post']>;
  return unwrap(api.POST('/api/auth/sign-in/second-factor', { body }));
}

export async function signInSecondStepWithPasskey(challenge: string): Promise<Me> {
  const options = await unwrap<PasskeyOptions>(
    api.POST('/api/auth/sign-in/second-factor/passkey', { body: { challenge } }),
  );
  return signInSecondStep(challenge, { passkey: await sign(options) });
}

/** Signs in with a passkey that the person chooses in the browser; no name is typed. */
export async function signInWithPasskey(): Promise<Me> {
  const options = await unwrap<PasskeyOptions>(api.POST('/api/auth/sign-in/passkey/options'));
  const body = (await sign(options)) as BodyOf<paths['/api/auth/sign-in/passkey']['post']>;
  return unwrap(api.POST('/api/auth/sign-in/passkey', { body }));
}

export const beginTotp = (): Promise<TotpEnrolment> => unwrap(api.POST('/api/me/totp'));

export const confirmTotp = (code: string): Promise<RecoveryCodes> =>
  unwrap(api.POST('/api/me/totp/confirm', { body: { code } }));

export const disableTotp = () => unwrap<null>(api.DELETE('/api/me/totp'));

export const renewRecoveryCodes = (): Promise<RecoveryCodes> => unwrap(api.POST('/api/me/recovery-codes'));

/** Has the browser make a passkey, and keeps it. */
export async function addPasskey(name: string): Promise<Passkey> {
  const optionsJSON = await unwrap<PasskeyOptions>(api.POST('/api/me/passkeys/options'));
  const registration = await startRegistration({
    optionsJSON: optionsJSON as unknown as PublicKeyCredentialCreationOptionsJSON,
  });
  const body = { name, registration } as unknown as BodyOf<paths['/api/me/passkeys']['post']>;
  return unwrap(api.POST('/api/me/passkeys', { body }));
}

export const renamePasskey = ({ id, name }: { id: string; name: string }) =>
  unwrap<null>(api.PATCH('/api/me/passkeys/{id}', { params: { path: { id } }, body: { name } }));

export const removePasskey = (id: string) =>
  unwrap<null>(api.DELETE('/api/me/passkeys/{id}', { params: { path: { id } } }));

export const endSession = (id: string) =>
  unwrap<null>(api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } }));

export const endOtherSessions = () => unwrap<{ ended: number }>(api.DELETE('/api/me/sessions'));

/** Has the person sign with a passkey. */
async function sign(options: PasskeyOptions): Promise<PasskeyAssertion> {
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  return (await startAuthentication({ optionsJSON })) as unknown as PasskeyAssertion;
}
