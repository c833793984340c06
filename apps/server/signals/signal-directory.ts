import type { Bus, Subscription } from '@amaan/bus/bus';
import type { Identifier } from '@amaan/contracts/identifier';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { JunctionLive } from '@amaan/contracts/traffic/signal-live';
import { SIGNAL_SUBJECTS, SignalsLive, type WaveProgress } from '@amaan/contracts/traffic/signal-messages';
import type { Logger } from 'pino';

/** A junction of which nobody has spoken for this long shows nothing: what it did may be true no more. */
export const SIGNAL_SILENCE_MS = 5_000;

/** More junctions than these are not told to every console every second. */
const FEW_JUNCTIONS = 50;
/** A junction that stands still is told again after so long. */
const REPEAT_MS = 5_000;

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
  /** What consoles were told of each junction last. */
  readonly #told = new Map<Identifier, { readonly key: string; readonly at: number }>();
  readonly #subscription: Subscription;

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
    for (const live of junctions) this.#junctions.set(live.junctionId, { live, heardAt: now() });
    const news = this.#news(junctions);
    if (news.length > 0) publish({ type: 'signals', junctions: news });
    if (waves.length > 0) onWaves(waves);
  }

  /** What consoles are told: everything where there are few junctions, otherwise what changed, and each now and then. */
  #news(junctions: readonly JunctionLive[]): JunctionLive[] {
    if (junctions.length <= FEW_JUNCTIONS) return [...junctions];
    const now = this.#options.now();
    return junctions.filter((live) => {
      const key = keyOf(live);
      const told = this.#told.get(live.junctionId);
      if (told !== undefined && told.key === key && now - told.at < REPEAT_MS) return false;
      this.#told.set(live.junctionId, { key, at: now });
      return true;
    });
  }
}

/** What of a junction people see at a glance. */
function keyOf({ mode, controller, state, shown, proposal, waveId, problem }: JunctionLive): string {
  const { stage, next, lights, source, fallback } = state;
  return JSON.stringify([
    ...[mode, controller, stage, next, lights, source, fallback, shown],
    ...[proposal?.stage, waveId, problem?.code],
  ]);
}
