import { z } from 'zod';

/**
 * Any JSON. It is recursive, so the API can only describe it under a name, and a name belongs to one schema:
 * use this one wherever a shape crosses HTTP.
 */
export const JsonValue = z.json();
export type JsonValue = z.infer<typeof JsonValue>;
