import { z } from 'zod';
import { Identifier } from '../identifier.ts';

/** A city's control room. */
export const Site = z.object({ id: Identifier, name: z.string() });
export type Site = z.infer<typeof Site>;
