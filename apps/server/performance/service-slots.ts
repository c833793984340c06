import type { ServiceTargets } from '@amaan/contracts/performance';
import type { ChartStep } from '@amaan/contracts/service/control-chart';
import { ZoneClock } from '@amaan/contracts/tables/zone-clock';

/** A step of the service's clock, in milliseconds since 1970. */
export interface ServiceSlot {
  readonly from: number;
  readonly to: number;
  /** Null: it is no shift. */
  readonly shift: string | null;
}

const DAY_MS = 24 * 60 * 60_000;

/**
 * The days, weeks or shifts that lie wholly between two instants, by the clocks of the service's time zone. Weeks begin on
 * Monday. @param from milliseconds since 1970
 */
export function serviceSlots(
  from: number,
  to: number,
  step: ChartStep,
  { timeZone, shifts }: Pick<ServiceTargets, 'timeZone' | 'shifts'>,
): ServiceSlot[] {
  const clock = new ZoneClock(timeZone);
  const edges: { at: number; shift: string | null }[] = [];
  // A day before and after, so that the shift that runs over midnight is whole.
  const last = localDay(to, timeZone) + DAY_MS;
  for (let day = localDay(from, timeZone) - 7 * DAY_MS; day <= last + 7 * DAY_MS; day += DAY_MS) {
    if (step === 'shift')
      for (const { name, from: begin } of [...shifts].sort((a, b) => a.from.localeCompare(b.from)))
        edges.push({ at: clock.instantOf(day + minutesOf(begin) * 60_000).from, shift: name });
    else if (step === 'day' || new Date(day).getUTCDay() === 1)
      edges.push({ at: clock.instantOf(day).from, shift: null });
  }
  return edges.flatMap(({ at, shift }, index) => {
    const next = edges[index + 1];
    return next === undefined || at < from || next.at > to ? [] : [{ from: at, to: next.at, shift }];
  });
}

/** The slot that an instant lies in, or null. @param slots in their order, none over another */
export function slotAt<Slot extends ServiceSlot>(slots: readonly Slot[], at: number): Slot | null {
  let [low, high] = [0, slots.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const slot = slots[middle]!;
    if (at < slot.from) high = middle - 1;
    else if (at >= slot.to) low = middle + 1;
    else return slot;
  }
  return null;
}

/** Tells the shift of instants of a period. */
export function shiftFinder(
  from: number,
  to: number,
  settings: Pick<ServiceTargets, 'timeZone' | 'shifts'>,
): (at: number) => string | null {
  const slots = serviceSlots(from - 2 * DAY_MS, to + 2 * DAY_MS, 'shift', settings);
  // Calls mostly stand beside others of their shift.
  let last: ServiceSlot | null = null;
  return (at) => {
    if (last === null || at < last.from || at >= last.to) last = slotAt(slots, at);
    return last?.shift ?? null;
  };
}

/** Midnight of the day that clocks show, as if it were UTC. */
export function localDay(at: number, timeZone: string): number {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
  return Date.parse(`${day}T00:00:00Z`);
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
