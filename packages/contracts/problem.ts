import { z } from 'zod';

/** RFC 9457 problem details, with the stable `code` that programs depend on. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  /** Where a rule of access refused: the identifiers of the policies that `detail` quotes. */
  policies: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Base of every typed error: a stable code for programs, one clear sentence for people. */
export class AmaanError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}
