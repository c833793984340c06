import type { Bus, Subscription } from '@amaan/bus/bus';
import type { Identifier } from '@amaan/contracts/identifier';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { JunctionLive } from '@amaan/contracts/traffic/signal-live';
import { SIGNAL_SUBJECTS, SignalsLive, type WaveProgress } from '@amaan/contracts/traffic/signal-messages';
import type { Logger } from 'pino';

/** A junction of which nobody has spoken for this long shows nothing: what it did may be true no more. */
export const SIGNAL_SILENCE_MS = 5_000;

export interface SignalDirectoryOptions {
  readonly bus: Pick<Bus, 'listen'>;
  readonly publish: (update: LiveUpdate) => void;
  /** Told how the stops of running waves stand. */
  readonly onWaves: (waves: readonly WaveProgress[]) => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** What junctions show now, as the process of signal control says once a second. */
export class SignalDirectory implements AsyncDisposable {
  readonly #options: SignalDirectoryOptions;
  readonly #junctions = new Map<Identifier, { readonly live: JunctionLive; readonly heardAt: number }>();
  readonly #subscription: Subscription;
  #heardAt: number | null = null;

  constructor(options: SignalDirectoryOptions) {
    this.#options = options;
    this.#subscription = options.bus.listen(SIGNAL_SUBJECTS.live, (payload) => this.#hear(payload));
  }

  /** What a junction shows, or null when nobody has spoken of it within the last seconds. */
  liveOf(junctionId: Identifier): JunctionLive | null {
    const known = this.#junctions.get(junctionId);
    if (known === undefined || this.#options.now() - known.heardAt > SIGNAL_SILENCE_MS) return null;
    return known.live;
  }

  /** Whether the process of signal control lives. */
  get isAlive(): boolean {
    return this.#heardAt !== null && this.#options.now() - this.#heardAt <= SIGNAL_SILENCE_MS;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }

  #hear(payload: unknown): void {
    const { publish, onWaves, now, logger } = this.#options;
    const parsed = SignalsLive.safeParse(payload);
    if (!parsed.success) {
      logger.warn({ err: parsed.error }, 'what the process of signal control said could not be read');
      return;
    }
    const { junctions, waves } = parsed.data;
    this.#heardAt = now();
    for (const live of junctions) this.#junctions.set(live.junctionId, { live, heardAt: now() });
    if (junctions.length > 0) publish({ type: 'signals', junctions });
    if (waves.length > 0) onWaves(waves);
  }
}
