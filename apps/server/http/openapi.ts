import type { JsonValue } from '@amaan/contracts/json-value';
import { Problem } from '@amaan/contracts/problem';
import swagger from '@fastify/swagger';
import type { FastifySchema } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from './app.ts';
import { NAMED_SCHEMAS } from './named-schemas.ts';

/** Schemas that are described once, and referred to by their name. */
const schemaRegistry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(NAMED_SCHEMAS)) {
  schemaRegistry.add(schema, { id });
}

function collectReferences(value: JsonValue, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collectReferences(item, found);
  else if (value !== null && typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) {
      if (key === '$ref' && typeof child === 'string') found.add(child.slice(child.lastIndexOf('/') + 1));
      else collectReferences(child, found);
    }
  }
}

/** Leaves out components that nothing refers to (the provider makes an input twin of each). */
function withoutUnusedSchemas<Document extends object>(document: Document): Document {
  const copy = structuredClone(document) as unknown as {
    paths: JsonValue;
    components: { schemas: Record<string, JsonValue> };
  };
  const used = new Set<string>();
  collectReferences(copy.paths, used);
  // A Set's iteration also visits what is added meanwhile, so this follows references to the end.
  for (const id of used) collectReferences(copy.components.schemas[id] ?? null, used);
  for (const id of Object.keys(copy.components.schemas))
    if (!used.has(id)) delete copy.components.schemas[id];
  return copy as unknown as Document;
}

const transformation = {
  schemaRegistry,
  zodToJsonConfig: {
    /** Answers may gain members; and `allOf` of closed objects would be satisfied by nothing. */
    override: ({ jsonSchema }: { jsonSchema: { additionalProperties?: unknown } }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  },
};
const transformObject = createJsonSchemaTransformObject(transformation);

/**
 * Describes every route in OpenAPI 3.1. Adds to each the problem answer and, as `x-action`, what it does.
 * Must be awaited before the routes are registered.
 */
export async function describeRoutes(app: App, version: string): Promise<void> {
  app.addHook('onRoute', (route) => {
    if (route.schema?.hide === true) return;
    route.schema = {
      ...route.schema,
      'x-action': route.config?.action,
      response: {
        ...(route.schema?.response as object | undefined),
        default: { description: 'Problem', content: { 'application/problem+json': { schema: Problem } } },
      },
    } as FastifySchema;
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Amaan',
        version,
        description: 'Control plane of Amaan. Errors are RFC 9457 problem details with a stable `code`.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'amaan.session_token' } },
      },
      security: [{ session: [] }],
    },
    transform: createJsonSchemaTransform(transformation),
    transformObject: (document) => withoutUnusedSchemas(transformObject(document)),
  });
}
