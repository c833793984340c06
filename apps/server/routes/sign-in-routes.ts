import { Me, SignIn } from '@amaan/contracts/api/me';
import {
  PasskeyAssertion,
  PasskeyOptions,
  SecondFactorRequired,
  SecondFactorSignIn,
} from '@amaan/contracts/api/second-factor';
import type { PasskeyAddresses } from '../access/passkeys/passkey-addresses.ts';
import type { SignInService } from '../access/sign-in-service.ts';
import type { App } from '../http/app.ts';
import { me } from './me.ts';
import { setCookies, userAgentOf } from './session-cookies.ts';

/** Attempts from one address; each account is slowed down on its own as well. */
const rateLimit = { max: 30, timeWindow: '1 minute' };
const access = { tags: ['access'], security: [] };

export interface SignInServices {
  readonly signIns: SignInService;
  readonly addresses: PasskeyAddresses;
}

/** Signing in, in one step or two. */
export function signInRoutes(app: App, { signIns, addresses }: SignInServices): void {
  app.post(
    '/api/auth/sign-in/username',
    {
      config: { action: 'public', rateLimit },
      schema: {
        ...access,
        summary: 'Sign in; 202 asks for the second factor, and there is no session yet',
        body: SignIn,
        response: { 200: Me, 202: SecondFactorRequired },
      },
    },
    async (request, reply) => {
      const answer = await signIns.withPassword(request.body, userAgentOf(request));
      reply.header('cache-control', 'no-store');
      if ('code' in answer) return reply.code(202).send(answer);
      setCookies(reply, answer.headers);
      return me(answer.principal);
    },
  );
  app.post(
    '/api/auth/sign-in/second-factor',
    {
      config: { action: 'public', rateLimit },
      schema: {
        ...access,
        summary: 'The second step: a code, a recovery code or a passkey',
        body: SecondFactorSignIn,
        response: { 200: Me },
      },
    },
    async (request, reply) => {
      const { challenge, proof } = request.body;
      const party = addresses.find(request);
      const opened = await signIns.withSecondFactor(challenge, proof, party, userAgentOf(request));
      setCookies(reply, opened.headers);
      return me(opened.principal);
    },
  );
  app.post(
    '/api/auth/sign-in/second-factor/passkey',
    {
      config: { action: 'public', rateLimit },
      schema: {
        ...access,
        summary: 'What a browser needs for a passkey as the second step',
        body: SecondFactorRequired.pick({ challenge: true }),
        response: { 200: PasskeyOptions },
      },
    },
    (request) => signIns.secondFactorOptions(request.body.challenge, addresses.require(request)),
  );
  app.post(
    '/api/auth/sign-in/passkey/options',
    {
      config: { action: 'public', rateLimit },
      schema: {
        ...access,
        summary: 'What a browser needs to sign in with a passkey alone',
        response: { 200: PasskeyOptions },
      },
    },
    (request) => signIns.passkeyOptions(addresses.require(request)),
  );
  app.post(
    '/api/auth/sign-in/passkey',
    {
      config: { action: 'public', rateLimit },
      schema: {
        ...access,
        summary: 'Sign in with a passkey alone',
        body: PasskeyAssertion,
        response: { 200: Me },
      },
    },
    async (request, reply) => {
      const party = addresses.require(request);
      const opened = await signIns.withPasskey(request.body, party, userAgentOf(request));
      setCookies(reply, opened.headers);
      return me(opened.principal);
    },
  );
}
