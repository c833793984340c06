import type { IncidentColumns } from '../../incident-columns.ts';
import { ReplicaRandom } from '../../replica-random.ts';

export const DAY = 86_400_000;
export const BEGIN = Date.UTC(2025, 0, 1);

/**
 * Incidents of a year whose rates are known: offence 0 gathers at ten places, offence 1 everywhere in a square of 6 km.
 * @param steady Whether the ten places stay; else each week has others
 */
export function twoKinds(seed: number, count: number, steady = true): IncidentColumns {
  const random = new ReplicaRandom(seed, 0);
  const rows = Array.from({ length: count }, () => {
    const at = BEGIN + random.uniform() * 365 * DAY;
    const offence = random.uniform() < 0.5 ? 0 : 1;
    const anywhere = offence === 1 || random.uniform() < 0.5;
    const place = new ReplicaRandom(steady ? 77 : Math.floor((at - BEGIN) / (7 * DAY)), random.below(10));
    return {
      at,
      offence,
      x: 500_000 + 6000 * (anywhere ? random.uniform() : place.uniform()),
      y: 3_500_000 + 6000 * (anywhere ? random.uniform() : place.uniform()),
    };
  });
  return {
    length: count,
    x: Float64Array.from(rows, ({ x }) => x),
    y: Float64Array.from(rows, ({ y }) => y),
    from: Float64Array.from(rows, ({ at }) => at),
    until: Float64Array.from(rows, ({ at }) => at),
    offence: Uint16Array.from(rows, ({ offence }) => offence),
    offences: ['gathers', 'everywhere'],
  };
}
