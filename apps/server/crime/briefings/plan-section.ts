import type { DeploymentPlan } from '@amaan/contracts/crime/deployment-plan';
import { noteWords } from '@amaan/contracts/crime/note-words';
import { instantOf } from '@amaan/contracts/instant';
import { dayText } from '../../pdf/local-times.ts';
import type { BriefingMap, BriefingSection } from './briefing-facts.ts';
import { rounded, two } from './briefing-lines.ts';
import { LEGEND, SECTION_TITLES } from './briefing-words.ts';
import { shade } from './shade.ts';

/** How dark a cell is at the least, so that one with a single visit is seen. */
const FAINTEST = 0.25;

/** A plan's visits as a section: the darker a cell, the more visits. */
export function planSection(plan: DeploymentPlan): BriefingSection {
  const { visits, expectedCovered, input } = plan;
  const cells = new Set(visits.map(({ cell }) => cell));
  const sum = visits.reduce((all, one) => all + one.visits, 0);
  const first = dayText(plan.from);
  // It ends at the midnight after its last day.
  const last = dayText(instantOf(Date.parse(plan.until) - 1));
  return {
    title: SECTION_TITLES.plan,
    lines: [
      {
        en: `${first.en} to ${last.en}: ${count(sum)} visits of ${input.visitMinutes} minutes to ${count(cells.size)} cells, which hold ${rounded(expectedCovered)} expected reports.`,
        ur: `${first.ur} تا ${last.ur}: ${count(cells.size)} خانوں میں ${input.visitMinutes} منٹ کے ${count(sum)} دورے، جن میں ${rounded(expectedCovered)} رپورٹیں متوقع ہیں۔`,
      },
      ...input.shifts.map(({ name, fromHour, untilHour, patrolHours }) => {
        const own = visits.filter(({ shift }) => shift === name).reduce((all, one) => all + one.visits, 0);
        const hours = `${two(fromHour)}:00–${two(untilHour)}:00`;
        return {
          en: `${name}, ${hours}: ${count(own)} visits in all, within ${patrolHours} hours of patrol each day.`,
          ur: `${name}، ${hours}: کل ${count(own)} دورے، ہر دن گشت کے ${patrolHours} گھنٹوں کے اندر۔`,
        };
      }),
    ],
    map: visitMap(plan),
    hours: null,
    bars: null,
    notes: plan.notes.map(noteWords),
  };
}

/** Each cell once, with the visits of all its shifts. */
function visitMap({ visits }: DeploymentPlan): BriefingMap {
  const byCell = new Map<number, Pick<DeploymentPlan['visits'][number], 'ring' | 'visits'>>();
  for (const { cell, ring, visits: more } of visits)
    byCell.set(cell, { ring, visits: more + (byCell.get(cell)?.visits ?? 0) });
  const most = Math.max(1, ...[...byCell.values()].map(({ visits: own }) => own));
  const colour = (own: number) => shade(FAINTEST + ((1 - FAINTEST) * own) / most);
  return {
    shapes: [...byCell.values()].map(({ ring, visits: own }) => ({
      ring,
      fill: colour(own),
      outline: false,
    })),
    legend: [
      { fill: colour(1), words: LEGEND.fewVisits },
      { fill: colour(most), words: LEGEND.manyVisits },
    ],
  };
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}
