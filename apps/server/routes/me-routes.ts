import { Me, PasswordChange } from '@amaan/contracts/api/me';
import { PasskeyOptions, StepUpProof } from '@amaan/contracts/api/second-factor';
import { z } from 'zod';
import type { PasskeyAddresses } from '../access/passkeys/passkey-addresses.ts';
import type { SessionService } from '../access/session-service.ts';
import type { SignInService } from '../access/sign-in-service.ts';
import type { StepUpService } from '../access/step-up-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';
import { me } from './me.ts';
import { sessionOf, setCookies, userAgentOf } from './session-cookies.ts';

const rateLimit = { max: 10, timeWindow: '1 minute' };

export interface MeServices {
  readonly sessions: SessionService;
  readonly signIns: SignInService;
  readonly stepUps: StepUpService;
  readonly addresses: PasskeyAddresses;
}

/** The account of whoever is signed in, and signing out. */
export function meRoutes(app: App, { sessions, signIns, stepUps, addresses }: MeServices): void {
  app.post(
    '/api/auth/sign-out',
    {
      config: { action: 'self.sign-out' },
      schema: { tags: ['access'], summary: 'Sign out', response: { 204: z.null() } },
    },
    async (request, reply) => {
      setCookies(reply, await sessions.signOut(request.headers, actorOf(request), sessionOf(request)));
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/me',
    {
      config: { action: 'self.read' },
      schema: { tags: ['access'], summary: 'Who is signed in', response: { 200: Me } },
    },
    (request) => me(actorOf(request)),
  );
  app.post(
    '/api/me/password',
    {
      config: { action: 'self.change-password', rateLimit },
      schema: {
        tags: ['access'],
        summary: 'Change the own password; ends every other session of this person',
        body: PasswordChange,
        response: { 200: Me },
      },
    },
    async (request, reply) => {
      const { principal, headers } = await signIns.changePassword(
        actorOf(request),
        request.body,
        userAgentOf(request),
      );
      setCookies(reply, headers);
      return me(principal);
    },
  );
  app.post(
    '/api/me/step-up/passkey',
    {
      config: { action: 'self.step-up', rateLimit },
      schema: {
        tags: ['access'],
        summary: 'What a browser needs to confirm with a passkey',
        response: { 200: PasskeyOptions },
      },
    },
    (request) => stepUps.passkeyOptions(actorOf(request), addresses.require(request)),
  );
  app.post(
    '/api/me/step-up',
    {
      config: { action: 'self.step-up', rateLimit },
      schema: {
        tags: ['access'],
        summary: 'Prove again who you are; opens sensitive actions for ten minutes',
        body: StepUpProof,
        response: { 200: Me },
      },
    },
    async (request) => {
      const party = addresses.find(request);
      return me(await stepUps.prove(actorOf(request), sessionOf(request), request.body, party));
    },
  );
}
