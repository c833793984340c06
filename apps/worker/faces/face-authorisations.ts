import type { Bus } from '@amaan/bus/bus';
import { LIVE_FACE_SEARCHES, LiveFaceSearches } from '@amaan/contracts/faces/face-search';
import type { Identifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import { PermitClock } from '@amaan/governance/permits/permit-clock';
import type { Logger } from 'pino';

/** While the control plane does not answer. */
const RETRY_MS = 1_000;
/** The longest that a timer of Node can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A search that is open on a camera. */
export interface OpenFaceSearch {
  readonly id: Identifier;
  readonly watchlistId: Identifier;
}

/** Where faces are handed over, and for whom they are sealed. */
export type FaceSearchEndpoint = Pick<LiveFaceSearches, 'publicKey' | 'subject'>;

export interface FaceAuthorisationsOptions {
  readonly bus: Pick<Bus, 'request'>;
  /** Told when something began or ended, by word or by time. */
  readonly onChange: () => void;
  readonly logger: Logger;
  /** Cannot be set back: the machine's when left out. */
  readonly clock?: Pick<PermitClock, 'now'>;
  readonly retryMs?: number;
}

interface HeldSearch extends OpenFaceSearch {
  readonly cameraIds: ReadonlySet<Identifier>;
  /** By the clock of this object, Unix time in milliseconds. */
  readonly endsAt: number;
}

/**
 * On which cameras faces are searched now, as the control plane said last. Each search ends by itself when its time is
 * over, also while the control plane is silent, and also when somebody sets the machine's clock back.
 */
export class FaceAuthorisations implements AsyncDisposable {
  readonly #options: FaceAuthorisationsOptions;
  readonly #clock: Pick<PermitClock, 'now'>;
  /** An end is for good: an answer that was under way does not bring one back. */
  readonly #ended = new Set<Identifier>();
  #held: readonly HeldSearch[] = [];
  #endpoint: FaceSearchEndpoint | null = null;
  #running: Promise<void> = Promise.resolve();
  #isAsking = false;
  #retry: NodeJS.Timeout | undefined;
  #next: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: FaceAuthorisationsOptions) {
    this.#options = options;
    this.#clock = options.clock ?? new PermitClock();
  }

  /** Null while the control plane has never answered. */
  get endpoint(): FaceSearchEndpoint | null {
    return this.#endpoint;
  }

  /** The searches that are open on a camera at this moment. Ask before and after everything that is done with a face. */
  covering(cameraId: Identifier): readonly OpenFaceSearch[] {
    return this.#live().filter(({ cameraIds }) => cameraIds.has(cameraId));
  }

  /** Asks what holds now. */
  refresh(): void {
    if (this.#stopped || this.#isAsking) return;
    this.#isAsking = true;
    this.#running = this.#running.then(() => this.#refresh());
  }

  /** Ends searches at once and for good. */
  end(ids: readonly Identifier[]): void {
    for (const id of ids) this.#ended.add(id);
    this.#replace(this.#held.filter(({ id }) => !this.#ended.has(id)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#next);
    this.#held = [];
    await this.#running;
  }

  #live(): readonly HeldSearch[] {
    const now = this.#clock.now().getTime();
    return this.#held.filter(({ endsAt }) => now < endsAt);
  }

  async #refresh(): Promise<void> {
    this.#isAsking = false;
    clearTimeout(this.#retry);
    if (this.#stopped) return;
    const { bus, logger, retryMs = RETRY_MS } = this.#options;
    try {
      const askedAt = this.#clock.now().getTime();
      const answer = LiveFaceSearches.safeParse(await bus.request(LIVE_FACE_SEARCHES, null));
      if (!answer.success)
        throw new AmaanError('FACE_SEARCHES_MALFORMED', 'What is searched now cannot be understood.');
      if (!this.#stopped) this.#take(answer.data, askedAt);
    } catch (error) {
      logger.debug({ err: error }, 'It is not known which faces are searched; what was known holds.');
      if (!this.#stopped) this.#retry = setTimeout(() => this.refresh(), retryMs).unref();
    }
  }

  /** @param askedAt counted from then on, a search ends rather a moment too early than too late */
  #take({ serverTime, publicKey, subject, authorisations }: LiveFaceSearches, askedAt: number): void {
    this.#endpoint = { publicKey, subject };
    this.#replace(
      authorisations.flatMap(({ id, watchlistId, cameraIds, until }) => {
        if (this.#ended.has(id) || cameraIds === null) return [];
        const endsAt = askedAt + Date.parse(until) - Date.parse(serverTime);
        return [{ id, watchlistId, cameraIds: new Set(cameraIds), endsAt }];
      }),
    );
  }

  #replace(held: readonly HeldSearch[]): void {
    const before = keyOf(this.#held);
    this.#held = held;
    this.#held = this.#live();
    this.#waitForEnd();
    if (keyOf(this.#held) !== before) this.#options.onChange();
  }

  #waitForEnd(): void {
    clearTimeout(this.#next);
    if (this.#held.length === 0 || this.#stopped) return;
    const first = Math.min(...this.#held.map(({ endsAt }) => endsAt));
    const wait = Math.max(0, first - this.#clock.now().getTime());
    this.#next = setTimeout(() => this.#replace(this.#held), Math.min(wait, LONGEST_TIMER_MS)).unref();
  }
}

function keyOf(held: readonly HeldSearch[]): string {
  return held
    .map(({ id, cameraIds }) => `${id}:${[...cameraIds].toSorted().join(',')}`)
    .toSorted()
    .join(' ');
}
