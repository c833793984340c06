import { z } from 'zod';

/** A sha256 digest in lower-case hexadecimal. Browsers read it too: `digest-of.ts` computes one. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/, 'expected a sha256 digest in hexadecimal');
export type Digest = z.infer<typeof Digest>;
