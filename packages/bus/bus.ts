/** A message with the key that makes sending it twice harmless. */
export interface BusMessage {
  readonly id: string;
  readonly payload: unknown;
}

export interface Subscription {
  /** Resolves when the handler runs no more; not to be awaited inside that handler. */
  stop(): Promise<void>;
}

/**
 * How processes talk. Payloads are JSON values; whoever receives one parses it with its contract.
 *
 * The embedded adapter moves messages over child-process IPC; the distributed one over NATS JetStream
 * and core NATS. Both promise the same:
 *
 * - `publish` resolves once the messages can no longer be lost: after a consumer committed them
 *   (embedded) or after the stream stored them (JetStream). Until then the publisher keeps them and
 *   sends them again; a consumer may therefore see a message twice and must be idempotent by `id`.
 *   It waits while the subject's queue is full. One consumer sees the messages of one publisher in order;
 *   several consumers of a subject share its messages.
 * - `announce` reaches whoever listens at that moment, at most once.
 * - `request` is answered by one responder, or fails with `BUS_NO_RESPONDER` / `BUS_TIMEOUT`. A responder's
 *   `AmaanError` arrives with its code and message.
 *
 * When the bus is gone, calls fail with `BUS_DISCONNECTED`. `testing/bus-conformance.ts` holds every adapter
 * to this.
 */
export interface Bus extends AsyncDisposable {
  publish(subject: string, messages: readonly BusMessage[]): Promise<void>;
  /** The batch is acknowledged when `handler` resolves and delivered again when it rejects. */
  consume(
    subject: string,
    handler: (messages: readonly BusMessage[]) => Promise<void>,
    options?: { readonly maxBatch?: number },
  ): Subscription;
  announce(subject: string, payload: unknown): void;
  listen(subject: string, handler: (payload: unknown) => void): Subscription;
  request(subject: string, payload: unknown, timeoutMs?: number): Promise<unknown>;
  respond(subject: string, handler: (payload: unknown) => Promise<unknown>): Subscription;
}
