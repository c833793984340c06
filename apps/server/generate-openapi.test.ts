import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { CLIENT_TYPES_FILE, generateClientTypes, generateOpenApi, OPENAPI_FILE } from './generate-openapi.ts';

test('the described API and the console’s types are those of the routes', async () => {
  const document = await generateOpenApi();
  const stale = 'run: node apps/server/write-openapi.ts';
  expect(document, stale).toBe(await readFile(OPENAPI_FILE, 'utf8'));
  expect(await generateClientTypes(document), stale).toBe(await readFile(CLIENT_TYPES_FILE, 'utf8'));
});
