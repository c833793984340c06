import {
  NewPasskey,
  Passkey,
  PasskeyName,
  PasskeyOptions,
  RecoveryCodes,
  SecondFactorState,
  TotpCode,
  TotpEnrolment,
} from '@amaan/contracts/api/second-factor';
import { z } from 'zod';
import type { PasskeyAddresses } from '../access/passkeys/passkey-addresses.ts';
import type { PasskeyService } from '../access/passkeys/passkey-service.ts';
import type { SecondFactorService } from '../access/second-factor/second-factor-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

const tags = ['access'];
const change = { action: 'self.second-factor', rateLimit: { max: 20, timeWindow: '1 minute' } } as const;
const ofPasskey = z.object({ id: z.string().max(1400) });

export interface SecondFactorServices {
  readonly secondFactors: SecondFactorService;
  readonly passkeys: PasskeyService;
  readonly addresses: PasskeyAddresses;
}

/** The own second factors: authenticator app, recovery codes, passkeys. */
export function secondFactorRoutes(app: App, services: SecondFactorServices): void {
  const { secondFactors, passkeys, addresses } = services;
  app.get(
    '/api/me/second-factor',
    {
      config: { action: 'self.read' },
      schema: { tags, summary: 'The own second factors', response: { 200: SecondFactorState } },
    },
    async (request) => ({
      ...(await secondFactors.state(actorOf(request).id)),
      passkeyObstacle: addresses.obstacle(request),
    }),
  );
  app.post(
    '/api/me/totp',
    {
      config: change,
      schema: {
        tags,
        summary: 'A secret for an authenticator app, shown once; it counts after the first code',
        response: { 201: TotpEnrolment },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(await secondFactors.begin(actorOf(request))),
  );
  app.post(
    '/api/me/totp/confirm',
    {
      config: change,
      schema: {
        tags,
        summary: 'Turn the authenticator app on; answers with the first recovery codes, shown once',
        body: z.object({ code: TotpCode }),
        response: { 200: RecoveryCodes },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return secondFactors.confirm(actorOf(request), request.body.code);
    },
  );
  app.delete(
    '/api/me/totp',
    {
      config: change,
      schema: { tags, summary: 'Turn the authenticator app off', response: { 204: z.null() } },
    },
    async (request, reply) => {
      await secondFactors.disable(actorOf(request));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/me/recovery-codes',
    {
      config: change,
      schema: {
        tags,
        summary: 'Ten new recovery codes, shown once; the ones before are worthless from now on',
        response: { 200: RecoveryCodes },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return secondFactors.renewRecoveryCodes(actorOf(request));
    },
  );
  app.post(
    '/api/me/passkeys/options',
    {
      config: change,
      schema: {
        tags,
        summary: 'What a browser needs to make a passkey',
        response: { 200: PasskeyOptions },
      },
    },
    (request) => passkeys.registrationOptions(actorOf(request), addresses.require(request)),
  );
  app.post(
    '/api/me/passkeys',
    {
      config: change,
      schema: {
        tags,
        summary: 'Keep a passkey that was just made',
        body: NewPasskey,
        response: { 201: Passkey },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await passkeys.register(actorOf(request), request.body, addresses.require(request))),
  );
  app.patch(
    '/api/me/passkeys/:id',
    {
      config: change,
      schema: {
        tags,
        summary: 'Rename a passkey',
        params: ofPasskey,
        body: PasskeyName,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await passkeys.rename(actorOf(request), request.params.id, request.body.name);
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/me/passkeys/:id',
    {
      config: change,
      schema: { tags, summary: 'Remove a passkey', params: ofPasskey, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await passkeys.remove(actorOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}
