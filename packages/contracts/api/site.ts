import { z } from 'zod';
import { Position } from '../geometry.ts';
import { Identifier } from '../identifier.ts';

/** A city's control room. */
export const Site = z.object({ id: Identifier, name: z.string(), position: Position.nullable() });
export type Site = z.infer<typeof Site>;
