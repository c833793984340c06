import { z } from 'zod';

/** Cells that incidents are counted in. Edges in metres; resolutions 7–10 of H3 are edges of about 1,400, 530, 200 and 76 m. */
export const CellChoice = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('square'), metres: z.number().min(50).max(5000) }),
  z.strictObject({ shape: z.literal('hexagon'), resolution: z.int().min(6).max(10) }),
]);
export type CellChoice = z.infer<typeof CellChoice>;
