import { type Instant, instantOf } from '@amaan/contracts/instant';
import { latestInstantSeen, rememberInstant } from '@amaan/store/clock-mark';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import { ConflictError } from '../http/http-errors.ts';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';

/** Clocks that are set by the network step a little; more than this is somebody's doing, or a dead battery. */
export const CLOCK_TOLERANCE_MS = 60_000;

/** Under which key the incident about the clock is reported. */
export const CLOCK_INCIDENT = 'clock set-back';

export interface ClockGuardOptions {
  readonly db: Database;
  readonly incidents: Pick<IncidentReporter, 'report'>;
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * Remembers the latest instant that this control plane has seen, across restarts, so that setting the clock
 * back brings no ended permit, lapsed request or expired assessment back to life.
 */
export class ClockGuard {
  readonly #options: ClockGuardOptions;
  /** Unix time in milliseconds. */
  #latest = Number.NEGATIVE_INFINITY;
  #reported = false;

  constructor(options: ClockGuardOptions) {
    this.#options = options;
  }

  /** Takes note of the time; called now and then. */
  async observe(): Promise<void> {
    const { db, now } = this.#options;
    if ((await this.millisecondsBehind()) === 0) await rememberInstant(db, instantOf(now()));
  }

  /**
   * The moment to judge expiry by: the clock's, or the latest instant seen when the clock was set back.
   * @returns Unix time in milliseconds
   */
  async judgingTime(): Promise<number> {
    await this.millisecondsBehind();
    return Math.max(this.#options.now(), this.#latest);
  }

  /**
   * How far the clock is behind the latest instant seen; 0 while it is within tolerance. When it is behind,
   * an incident is opened.
   */
  async millisecondsBehind(): Promise<number> {
    const { db, now } = this.#options;
    if (this.#latest === Number.NEGATIVE_INFINITY) {
      const seen = await latestInstantSeen(db);
      if (seen !== null) this.#latest = Math.max(this.#latest, Date.parse(seen));
    }
    const behind = this.#latest - now();
    if (behind > CLOCK_TOLERANCE_MS) {
      await this.#report(instantOf(this.#latest), instantOf(now()));
      return behind;
    }
    this.#reported = false;
    this.#latest = Math.max(this.#latest, now());
    return 0;
  }

  /**
   * Refuses to go on while the clock stands before what was seen already: call it before a decision whose
   * date matters.
   * @throws ConflictError `CLOCK_SET_BACK`
   */
  async assertClockForward(): Promise<void> {
    const behind = await this.millisecondsBehind();
    if (behind > 0) throw new ConflictError('CLOCK_SET_BACK', clockSetBack(behind));
  }

  /** Two people accepted the present time: what was seen before counts no more. */
  startFrom(now: number): void {
    this.#latest = now;
    this.#reported = false;
  }

  async #report(seen: Instant, clock: Instant): Promise<void> {
    if (this.#reported) return;
    const { incidents, logger } = this.#options;
    this.#reported = true;
    logger.error({ seen, clock }, 'the clock was set back: no permit is issued and nothing is approved');
    try {
      await incidents.report({
        system: null,
        title: 'The clock of the control plane was set back',
        incident: {
          source: 'self-check',
          severity: 'critical',
          what: `The clock says ${clock}, but ${seen} was seen before. No permit is issued, nothing is approved and no suspension is ended until the clock is right again.`,
          detectedAt: clock,
          cameraGroupId: null,
          key: CLOCK_INCIDENT,
          facts: { seen, clock },
        },
      });
    } catch (error) {
      this.#reported = false;
      logger.error({ err: error }, 'the incident about the clock could not be opened');
    }
  }
}

/** Why nothing is issued or approved, in one sentence. */
export function clockSetBack(behindMs: number): string {
  const seconds = Math.round(behindMs / 1000);
  return `The server’s clock is ${seconds} s behind a time that it has seen before; nothing was changed. Set the clock right and try again.`;
}
