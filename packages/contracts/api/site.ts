import { z } from 'zod';
import { Identifier } from '../identifier.ts';

/** A city's control room. */
export const Site = z.object({ id: Identifier, name: z.string() });
export type Site = z.infer<typeof Site>;

/** A new site, or another name for one. */
export const SiteInput = z.object({ name: z.string().trim().min(2).max(80) });
export type SiteInput = z.infer<typeof SiteInput>;
