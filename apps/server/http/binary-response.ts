import { z } from 'zod';

/** How a route that sends bytes is described in OpenAPI. The bytes are streamed, never serialised. */
export function binaryResponse(description: string, ...mediaTypes: readonly string[]) {
  const bytes = z.string().meta({ format: 'binary' });
  return {
    description,
    content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: bytes }])),
  };
}
