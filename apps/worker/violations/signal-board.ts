import type { Bus, Subscription } from '@amaan/bus/bus';
import type { Identifier } from '@amaan/contracts/identifier';
import { SIGNAL_SUBJECTS } from '@amaan/contracts/traffic/signal-messages';
import { SignalPhases } from '@amaan/contracts/violations/signal-timeline';
import type { SignalWatch } from '@amaan/traffic-violations/signal/signal-reading';
import { SignalTimeline } from '@amaan/traffic-violations/signal/signal-timeline';

/** What the controllers of enforced junctions say that they show, for all cameras of a worker. */
export class SignalBoard implements AsyncDisposable {
  readonly #timelines = new Map<Identifier, SignalTimeline>();
  readonly #subscription: Subscription;

  constructor(bus: Pick<Bus, 'listen'>) {
    this.#subscription = bus.listen(SIGNAL_SUBJECTS.phases, (payload) => {
      const phases = SignalPhases.safeParse(payload);
      // One that cannot be read is a gap, as one that was lost.
      if (phases.success) this.#timelineOf(phases.data.junctionId).add(phases.data);
    });
  }

  /** What a signal group shows; unknown as long as nobody says it. */
  watchOf({ junctionId, group }: { readonly junctionId: Identifier; readonly group: string }): SignalWatch {
    return this.#timelineOf(junctionId).group(group);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }

  #timelineOf(junctionId: Identifier): SignalTimeline {
    let timeline = this.#timelines.get(junctionId);
    if (timeline === undefined) {
      timeline = new SignalTimeline(junctionId);
      this.#timelines.set(junctionId, timeline);
    }
    return timeline;
  }
}
