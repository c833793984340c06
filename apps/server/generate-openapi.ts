import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProcessBus } from '@amaan/bus/in-process-bus';
import { newIdentifier } from '@amaan/contracts/identifier';
import { generatePermitKey } from '@amaan/governance/permits/permit-keys';
import { DiskObjectStore } from '@amaan/store/disk-object-store';
import { openDatabase } from '@amaan/store/open-database';
import { SECRET_KEY_BYTES, SecretBox } from '@amaan/store/secret-box';
import openapiTS, { astToString } from 'openapi-typescript';
import { pino } from 'pino';
import ts from 'typescript';
import { createApp } from './create-app.ts';
import { createServices } from './create-services.ts';

export const OPENAPI_FILE = join(import.meta.dirname, 'openapi.json');
export const CLIENT_TYPES_FILE = join(import.meta.dirname, '../console/src/api/schema.generated.ts');

/** The OpenAPI document of the API as JSON text. It needs the routes only: no database is connected to. */
export async function generateOpenApi(): Promise<string> {
  await using stack = new AsyncDisposableStack();
  const db = openDatabase('postgresql://127.0.0.1/never-connected-to');
  stack.defer(() => db.destroy());
  const shared = {
    dataDir: tmpdir(),
    publicOrigin: null,
    // The description must not change with every release.
    version: '0',
    logger: pino({ level: 'silent' }),
  };
  const services = stack.use(
    createServices({
      ...shared,
      db,
      bus: stack.use(inProcessBus()),
      objects: await DiskObjectStore.open(join(tmpdir(), 'amaan-openapi')),
      keys: {
        permits: await generatePermitKey('openapi'),
        ledger: generateKeyPairSync('ed25519').privateKey,
        secrets: new SecretBox(randomBytes(SECRET_KEY_BYTES)),
        sessions: randomBytes(32).toString('base64url'),
      },
      defaultSite: { id: newIdentifier(), name: 'Control room' },
      systems: [],
      readModels: async () => [],
      now: Date.now,
    }),
  );
  const app = await createApp({
    ...shared,
    services,
    consoleDir: null,
    programTokens: { monitor: null, commandLine: null },
    trustedProxies: null,
  });
  stack.defer(() => app.close());
  return `${JSON.stringify(app.swagger(), null, 1)}\n`;
}

/** TypeScript types of a client of the API, from its OpenAPI document. */
export async function generateClientTypes(document: string): Promise<string> {
  const header = '// Made by apps/server/write-openapi.ts from the routes of the server; do not edit.\n\n';
  const types = await openapiTS(document, {
    defaultNonNullable: false,
    // Any JSON is recursive, which the generator writes as a type that refers to itself: TypeScript refuses it.
    transform: (_schema, { path }) =>
      path === '#/components/schemas/JsonValue'
        ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword)
        : undefined,
  });
  return header + astToString(types);
}
