import { z } from 'zod';

/** What the hub and its clients say to each other over a port. `bus` tells frames from other IPC messages. */
const tag = { bus: z.literal(1) };
const id = z.int().nonnegative();
const subject = z.string().min(1).max(200);
/** A payload as JSON text: the hub passes it on without looking inside. */
const body = z.string();
const failure = { code: z.string(), message: z.string() };

export const WireMessage = z.object({ id: z.string().min(1).max(200), body });
export type WireMessage = z.infer<typeof WireMessage>;

/** `id` is chosen by the client: it names a publish, a subscription or a request in what the hub answers. */
export const ClientFrame = z.discriminatedUnion('type', [
  /** Asks for room in a subject's queue; `publish` with the same id follows when it is `granted`. */
  z.object({ ...tag, type: z.literal('reserve'), id, subject, count: z.int().positive(), bytes: id }),
  z.object({ ...tag, type: z.literal('publish'), id, messages: z.array(WireMessage).min(1) }),
  z.object({ ...tag, type: z.literal('consume'), id, subject, maxBatch: z.int().positive() }),
  z.object({ ...tag, type: z.literal('acknowledge'), delivery: id }),
  z.object({ ...tag, type: z.literal('reject'), delivery: id }),
  z.object({ ...tag, type: z.literal('announce'), subject, body }),
  z.object({ ...tag, type: z.literal('listen'), id, subject }),
  z.object({ ...tag, type: z.literal('request'), id, subject, body }),
  z.object({ ...tag, type: z.literal('cancel'), id }),
  z.object({ ...tag, type: z.literal('respond'), id, subject }),
  z.object({ ...tag, type: z.literal('answer'), question: id, body }),
  z.object({ ...tag, type: z.literal('refuse'), question: id, ...failure }),
  /** Ends a subscription; answered by `stopped`, after which nothing more comes for it. */
  z.object({ ...tag, type: z.literal('stop'), id }),
  /** The client leaves though its process stays. */
  z.object({ ...tag, type: z.literal('leave') }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

export const HubFrame = z.discriminatedUnion('type', [
  z.object({ ...tag, type: z.literal('granted'), id }),
  z.object({ ...tag, type: z.literal('committed'), id }),
  z.object({ ...tag, type: z.literal('deliver'), id, delivery: id, messages: z.array(WireMessage) }),
  z.object({ ...tag, type: z.literal('announced'), id, body }),
  z.object({ ...tag, type: z.literal('ask'), id, question: id, body }),
  z.object({ ...tag, type: z.literal('answered'), id, body }),
  z.object({ ...tag, type: z.literal('failed'), id, ...failure }),
  z.object({ ...tag, type: z.literal('stopped'), id }),
  /** The hub ends. */
  z.object({ ...tag, type: z.literal('closed') }),
]);
export type HubFrame = z.infer<typeof HubFrame>;

/** Whether an IPC message is meant for the bus at all. */
export function isBusFrame(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'bus' in value;
}
