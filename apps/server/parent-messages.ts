import { Role } from '@amaan/contracts/api/me';
import { z } from 'zod';

/** An account of a demonstration with its password, which is another one after every start. */
export const DemoAccountMessage = z.object({
  role: Role,
  name: z.string(),
  username: z.string(),
  password: z.string(),
});

/** What the server process tells the process that started it, beside the bus. */
export const ServerMessage = z.discriminatedUnion('type', [
  /** It listens at this URL. */
  z.object({ type: z.literal('ready'), url: z.string() }),
  /**
   * Nobody has ever signed in: the account and its one-time password, for the parent to show. It comes
   * before `ready`, is nowhere else, and is another one after every start until it has been used.
   */
  z.object({ type: z.literal('first-administrator'), username: z.string(), password: z.string() }),
  /** Who can sign in to a demonstration, for the parent to show. It comes before `ready`. */
  z.object({ type: z.literal('demo-accounts'), accounts: z.array(DemoAccountMessage) }),
]);
export type ServerMessage = z.infer<typeof ServerMessage>;
