import { writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';
import ts from 'typescript';

/**
 * Writes `src/api/schema.generated.ts` from the server's OpenAPI description.
 * Run it after `apps/server/openapi.json` changed: `node apps/console/generate-api-types.ts`.
 */
const nodes = await openapi(new URL('../server/openapi.json', import.meta.url), {
  // Any JSON is recursive, which the generator writes as a type that TypeScript refuses.
  transform: (_schema, { path }) =>
    path === '#/components/schemas/JsonValue'
      ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword)
      : undefined,
});

const banner =
  '// Generated from apps/server/openapi.json by apps/console/generate-api-types.ts. Do not edit.\n\n';
await writeFile(new URL('./src/api/schema.generated.ts', import.meta.url), banner + astToString(nodes));
