import type { Readable } from 'node:stream';
import { z } from 'zod';

/** How a route that sends bytes is described in OpenAPI. The bytes are streamed, never serialised. */
export function binaryResponse(description: string, ...mediaTypes: readonly string[]) {
  // OpenAPI knows bytes as a string; the handler sends a stream.
  const bytes = z.string() as unknown as z.ZodType<Readable>;
  return {
    description,
    content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: bytes }])),
  };
}
