import { ServiceTargets } from '@amaan/contracts/performance';
import { seededRandom } from '@amaan/contracts/seeded-random';
import type { CallPart } from '@amaan/contracts/service/call-performance';
import { makeChart } from '@amaan/governance-monitoring/service/control-charts/make-chart';
import { rankIntervals, togetherSets } from '@amaan/governance-monitoring/service/league/rank-intervals';
import { simulatedCalls } from '@amaan/governance-monitoring/service/simulation/simulated-calls';
import { figuresOfCalls } from '@amaan/governance-monitoring/service/testing/figures-of-calls';
import { serviceFigures } from '@amaan/governance-monitoring/service-figures';
import type { ReportFacts } from '../report-facts.ts';

const DAY = 24 * 60 * 60_000;
const MONDAY = Date.parse('2026-11-15T19:00:00Z');
const CITIES = [
  { siteName: 'Lahore', callsPerHour: 6, travelSeconds: 380 },
  { siteName: 'Rawalpindi', callsPerHour: 3, travelSeconds: 390 },
  { siteName: 'Multan', callsPerHour: 2, travelSeconds: 620 },
];

/** The facts of a week of simulated calls in three cities, of which the last two days were slow. */
export function reportFactsOf(change: Partial<ReportFacts> = {}): ReportFacts {
  const random = seededRandom(5);
  const settings = ServiceTargets.parse({
    timeZone: 'Asia/Karachi',
    shifts: [{ name: 'Day', from: '06:00' }],
    targets: { alert: 5, acknowledgement: 60, dispatch: 300, closure: 3600 },
  });
  const from = new Date(MONDAY).toISOString();
  const to = new Date(MONDAY + 7 * DAY).toISOString();
  const parts = CITIES.map(
    ({ siteName, ...station }, index): CallPart & { all: ReturnType<typeof callsOf> } => {
      const all = callsOf(index, station, MONDAY);
      const phases = figuresOfCalls(all, settings.calls, MONDAY + 8 * DAY);
      return { siteId: siteName, siteName, station: null, shift: null, calls: all.length, phases, all };
    },
  );
  const everything = parts.flatMap(({ all }) => all);
  const figures = parts.map(({ phases }) => phases.find(({ phase }) => phase === 'arrival')!.median);
  const known = figures.flatMap((figure) => (figure.state === 'known' ? [figure] : []));
  const ranks = rankIntervals(known, true);
  const alerts = Array.from({ length: 40 }, (_, index) => ({
    ...{
      alert: 1 + (index % 3),
      acknowledgement: 30 + index,
      dispatch: 120 + index,
      closure: 1800 + 10 * index,
    },
  }));
  const span = { from, to, settings, settingsVersion: 1, simulated: true };
  return {
    ...{
      from,
      to,
      simulated: true,
      madeAt: '2026-11-23T01:00:00.000Z',
      organisation: 'Test authority',
      site: null,
    },
    alerts: { ...span, alerts: 40, whole: serviceFigures(alerts, settings.targets), parts: [] },
    calls: {
      ...{ ...span, calls: everything.length, withoutUnit: 0, backwards: 0, kinds: [], stations: [] },
      whole: figuresOfCalls(everything, settings.calls, MONDAY + 8 * DAY),
      parts: parts.map(({ all: _, ...part }) => part),
    },
    chart: {
      ...{ of: 'calls', charted: 'within-target', phase: 'arrival', rules: 'nelson', step: 'day' },
      ...{ simulated: true, target: null },
      ...makeChart(
        Array.from({ length: 42 }, (_, day) => {
          // Chance as a fair binomial has it, and two days that are slow.
          const wander = Math.round(12 * (random() + random() - 1));
          const begin = MONDAY - 35 * DAY + day * DAY;
          const within = (day >= 40 ? 120 : 174) + wander;
          return { from: begin, to: begin + DAY, reached: 0, median: null, within, judged: 220, count: 220 };
        }),
        'within-target',
        'nelson',
      ),
    },
    league: {
      ...{ from, to, of: 'calls', figure: 'median', phase: 'arrival', simulated: true },
      rows: parts.map(({ siteId, siteName }, index) => ({
        ...{ siteId, siteName, station: null, figure: figures[index]! },
        ...{ bestRank: ranks[index]!.best, worstRank: ranks[index]!.worst },
      })),
      together: togetherSets(known),
    },
    quality: {
      ...{ from, to, calls: everything.length, simulated: true },
      flags: [
        {
          ...{ code: 'coverage-gap', siteId: 'Multan', siteName: 'Multan', station: null, source: null },
          ...{ count: 5, of: 168, p: 1e-6, from, until: to, seconds: 18_000, callIds: [] },
        },
        {
          ...{
            code: 'missing-arrivals',
            siteId: 'Multan',
            siteName: 'Multan',
            station: 'Gulgasht',
            source: null,
          },
          ...{ count: 31, of: 200, p: null, from: null, until: null, seconds: null, callIds: ['SIM-1'] },
        },
      ],
    },
    ...change,
  };
}

function callsOf(seed: number, station: { callsPerHour: number; travelSeconds: number }, from: number) {
  return [
    ...simulatedCalls({
      ...{ seed: seed + 1, from, to: from + 7 * DAY },
      stations: [{ ...station, name: 'x', centre: [71.5, 30.2] }],
    }),
  ];
}
