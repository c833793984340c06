import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { ConvoyCandidate } from '@amaan/contracts/plates/journey';

/** A vehicle passed a camera. */
export interface Passage {
  readonly plate: string;
  readonly cameraId: Identifier;
  readonly at: Instant;
}

export interface ConvoyQuestion {
  /** At so many different cameras at least. */
  readonly cameras: number;
  /** Seconds that both may be apart. */
  readonly seconds: number;
  /** Seconds of the whole time that was looked at. */
  readonly duration: number;
}

/**
 * Vehicles that were seen near one again and again, those that chance explains least first.
 *
 * `expected` is how many meetings two vehicles that know nothing of each other would have: the accidental
 * coincidences of two independent Poisson processes, at each camera n · m · 2T / D for n and m passages, a time T
 * that they may be apart and a duration D (Knoll, Radiation Detection and Measurement, chapter on coincidences).
 * Rush hours bring more than that: a pair that commutes alike is no convoy, and a person judges.
 *
 * @param own passages of the vehicle
 * @param others passages of all others at the same cameras, over the whole duration
 */
export function findConvoys(
  own: readonly Passage[],
  others: readonly Passage[],
  { cameras, seconds, duration }: ConvoyQuestion,
): ConvoyCandidate[] {
  const ownByCamera = Map.groupBy(own, ({ cameraId }) => cameraId);
  const candidates: ConvoyCandidate[] = [];
  for (const [plate, passages] of Map.groupBy(others, (passage) => passage.plate)) {
    if (own.some((passage) => passage.plate === plate)) continue;
    const meetings = passages.flatMap((passage) =>
      meetingOf(ownByCamera.get(passage.cameraId) ?? [], passage, seconds),
    );
    const met = new Set(meetings.map(({ cameraId }) => cameraId)).size;
    if (met < cameras) continue;
    let expected = 0;
    for (const [cameraId, there] of Map.groupBy(passages, (passage) => passage.cameraId))
      expected += ((ownByCamera.get(cameraId)?.length ?? 0) * there.length * 2 * seconds) / duration;
    candidates.push({ plate, cameras: met, meetings, expected });
  }
  const surprise = ({ meetings, expected }: ConvoyCandidate) => meetings.length / (expected + 1e-9);
  return candidates.sort((a, b) => b.cameras - a.cameras || surprise(b) - surprise(a));
}

/** The nearest own passage in time, where it is near enough: one passage meets once. */
function meetingOf(own: readonly Passage[], other: Passage, seconds: number): ConvoyCandidate['meetings'] {
  let nearest: ConvoyCandidate['meetings'][number] | null = null;
  for (const { at, cameraId } of own) {
    const secondsApart = (Date.parse(other.at) - Date.parse(at)) / 1000;
    if (Math.abs(secondsApart) > seconds) continue;
    if (nearest === null || Math.abs(secondsApart) < Math.abs(nearest.secondsApart))
      nearest = { cameraId, at, otherAt: other.at, secondsApart };
  }
  return nearest === null ? [] : [nearest];
}
