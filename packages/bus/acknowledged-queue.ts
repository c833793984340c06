import type { WireMessage } from './frames.ts';
import { bytesOf } from './wire-body.ts';

/** How much one subject may hold. A single publish frame larger than that is let in alone. */
export interface QueueLimits {
  readonly maxMessages: number;
  /** Of message bodies, counted in UTF-16 units. */
  readonly maxBytes: number;
  /** How long a consumer rests after it rejected a batch; doubles with each rejection in a row. */
  readonly redeliveryDelayMs: number;
}

/** How full a queue is. */
export interface QueueDepth {
  /** Accepted and not yet acknowledged. */
  readonly messages: number;
  /** Room held for messages that are to come at once. */
  readonly reserved: number;
  /** Of both. */
  readonly bytes: number;
  /** Publish frames that wait for room. */
  readonly waiting: number;
}

const MAX_DELIVERY_BYTES = 4 * 1024 * 1024;
const MAX_REDELIVERY_DELAY_MS = 5_000;

/** A batch on its way. Settle it once; later calls do nothing. */
export interface Delivery {
  readonly messages: readonly WireMessage[];
  acknowledge(): void;
  /** The handler failed: the batch goes back to its place, the consumer rests a while. */
  reject(): void;
  /** The consumer is gone: the batch goes back to its place. */
  giveBack(): void;
}

/** Room in a queue: first waited for, then held, then used by `push` or given up by `cancel`. */
export interface Reservation {
  readonly count: number;
  readonly bytes: number;
  readonly granted: () => void;
  state: 'waiting' | 'held' | 'ended';
}

interface Entry {
  readonly sequence: number;
  readonly message: WireMessage;
  readonly publication: { open: number; readonly committed: () => void };
}

interface Consumer {
  readonly maxBatch: number;
  readonly deliver: (delivery: Delivery) => void;
  busy: boolean;
  rejections: number;
  timer: NodeJS.Timeout | null;
}

/**
 * The messages of one subject, in order, from publish until a consumer acknowledged them. Each consumer has
 * one batch at a time; with one consumer, messages are handled in the order in which they were published.
 * Room is limited: who publishes waits for it, nothing is dropped.
 */
export class AcknowledgedQueue {
  readonly #limits: QueueLimits;
  readonly #onAcknowledged: (ids: readonly string[]) => void;
  readonly #consumers = new Set<Consumer>();
  #entries: Entry[] = [];
  #waiting: Reservation[] = [];
  #messages = 0;
  #reserved = 0;
  #bytes = 0;
  #sequence = 0;

  /** @param onAcknowledged told of the messages that a consumer has acknowledged. */
  constructor(limits: QueueLimits, onAcknowledged: (ids: readonly string[]) => void = () => {}) {
    this.#limits = limits;
    this.#onAcknowledged = onAcknowledged;
  }

  get depth(): QueueDepth {
    const reserved = this.#reserved;
    return {
      messages: this.#messages - reserved,
      reserved,
      bytes: this.#bytes,
      waiting: this.#waiting.length,
    };
  }

  /** Asks for room; `granted` is called when it is there, in the order of asking. */
  reserve(count: number, bytes: number, granted: () => void): Reservation {
    const reservation: Reservation = { count, bytes, granted, state: 'waiting' };
    this.#waiting.push(reservation);
    this.#grant();
    return reservation;
  }

  cancel(reservation: Reservation): void {
    if (reservation.state === 'held') {
      this.#reserved -= reservation.count;
      this.#release(reservation.count, reservation.bytes);
    } else this.#waiting = this.#waiting.filter((other) => other !== reservation);
    reservation.state = 'ended';
    this.#grant();
  }

  /**
   * Puts messages into the room that was reserved for them.
   * @param committed called when consumers have acknowledged all of them.
   * @returns false when the reservation is not held or is for another number of messages.
   */
  push(reservation: Reservation, messages: readonly WireMessage[], committed: () => void): boolean {
    if (reservation.state !== 'held' || reservation.count !== messages.length) return false;
    reservation.state = 'ended';
    this.#reserved -= reservation.count;
    this.#bytes += bytesOf(messages) - reservation.bytes;
    const publication = { open: messages.length, committed };
    for (const message of messages) this.#entries.push({ sequence: this.#sequence++, message, publication });
    this.#dispatch();
    return true;
  }

  /** @returns a function that ends it; a batch on its way stays valid until it is settled. */
  consume(maxBatch: number, deliver: (delivery: Delivery) => void): () => void {
    const consumer: Consumer = { maxBatch, deliver, busy: false, rejections: 0, timer: null };
    this.#consumers.add(consumer);
    this.#dispatch();
    return () => {
      this.#consumers.delete(consumer);
      if (consumer.timer) clearTimeout(consumer.timer);
    };
  }

  #dispatch(): void {
    for (const consumer of [...this.#consumers]) {
      if (this.#entries.length === 0) return;
      if (consumer.busy) continue;
      consumer.busy = true;
      // To the end of the line, so that consumers take turns.
      this.#consumers.delete(consumer);
      this.#consumers.add(consumer);
      consumer.deliver(this.#deliveryOf(this.#take(consumer.maxBatch), consumer));
    }
  }

  #take(maxBatch: number): Entry[] {
    let count = 0;
    let bytes = 0;
    while (count < maxBatch && count < this.#entries.length) {
      bytes += this.#entries[count]!.message.body.length;
      if (count > 0 && bytes > MAX_DELIVERY_BYTES) break;
      count++;
    }
    return this.#entries.splice(0, count);
  }

  #deliveryOf(entries: readonly Entry[], consumer: Consumer): Delivery {
    const messages = entries.map((entry) => entry.message);
    let settled = false;
    const once = (settle: () => void) => () => {
      if (settled) return;
      settled = true;
      settle();
    };
    return {
      messages,
      acknowledge: once(() => {
        consumer.busy = false;
        consumer.rejections = 0;
        this.#release(entries.length, bytesOf(messages));
        this.#onAcknowledged(messages.map(({ id }) => id));
        for (const { publication } of entries) if (--publication.open === 0) publication.committed();
        this.#dispatch();
        this.#grant();
      }),
      reject: once(() => {
        this.#putBack(entries);
        this.#rest(consumer);
      }),
      giveBack: once(() => this.#putBack(entries)),
    };
  }

  /** Back to their place in the order, before what came later. */
  #putBack(entries: readonly Entry[]): void {
    this.#entries = [...entries, ...this.#entries].sort((a, b) => a.sequence - b.sequence);
    this.#dispatch();
  }

  #rest(consumer: Consumer): void {
    if (!this.#consumers.has(consumer)) return;
    const delay = Math.min(
      this.#limits.redeliveryDelayMs * 2 ** consumer.rejections,
      MAX_REDELIVERY_DELAY_MS,
    );
    consumer.rejections++;
    consumer.timer = setTimeout(() => {
      consumer.busy = false;
      this.#dispatch();
    }, delay);
  }

  #grant(): void {
    for (let next = this.#waiting[0]; next && this.#hasRoomFor(next); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#messages += next.count;
      this.#bytes += next.bytes;
      this.#reserved += next.count;
      next.state = 'held';
      next.granted();
    }
  }

  #hasRoomFor({ count, bytes }: Reservation): boolean {
    if (this.#messages === 0) return true;
    return this.#messages + count <= this.#limits.maxMessages && this.#bytes + bytes <= this.#limits.maxBytes;
  }

  #release(count: number, bytes: number): void {
    this.#messages -= count;
    this.#bytes -= bytes;
  }
}
