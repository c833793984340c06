import type { LocalText } from '@amaan/contracts/ai-system';
import { chartFinding } from '@amaan/contracts/service/chart-words';
import { leagueWords } from '@amaan/contracts/service/league-words';
import { BilingualPages, english, FULL, LEFT, QUIET, urdu } from '../../pdf/bilingual-pages.ts';
import { instantText } from '../../pdf/local-times.ts';
import { CHART_HEIGHT, drawChart } from './draw-chart.ts';
import type { ReportFacts } from './report-facts.ts';
import {
  COLUMNS,
  findings,
  flagText,
  HEADINGS,
  METHOD,
  NO_FLAGS,
  PHASE_WORDS,
  periodText,
  REPORT_TITLE,
  SIMULATED,
  shareText,
  spanText,
} from './report-words.ts';

const MOST_FLAGS = 25;
const TEXT = [english(9.5), urdu(9.5, { lead: 2 })] as const;
const SMALL = [english(8, { colour: QUIET }), urdu(8, { lead: 2, colour: QUIET })] as const;

/** Writes a weekly report as PDF, A4, in English and Urdu side by side. The same facts give the same bytes. */
export async function drawReport(facts: ReportFacts): Promise<Uint8Array> {
  const period = periodText(facts);
  const about = facts.site === null ? '' : `${facts.site}, `;
  const pages = new BilingualPages({
    title: `${REPORT_TITLE.en}, ${about}${period.en}`,
    author: facts.organisation,
    at: facts.madeAt,
  });
  if (facts.simulated) pages.mark(SIMULATED);
  pages.both(
    REPORT_TITLE,
    english(15, { weight: 'bold', lead: 1.3 }),
    urdu(14, { weight: 'bold', lead: 1.9 }),
  );
  pages.both(
    { en: `${about}${period.en}`, ur: `${facts.site === null ? '' : `${facts.site}، `}${period.ur}` },
    english(11),
    urdu(10.5, { lead: 1.9 }),
  );
  const made = instantText(facts.madeAt);
  pages.both(
    {
      en: `${facts.organisation}, made ${made.en}, Pakistan time`,
      ur: `${facts.organisation}، تیاری ${made.ur}، پاکستانی وقت`,
    },
    ...SMALL,
  );

  heading(pages, HEADINGS.findings);
  for (const sentence of findings(facts)) paragraph(pages, sentence);

  heading(pages, HEADINGS.chart, CHART_HEIGHT + 30);
  pages.both(chartFinding(facts.chart), ...TEXT);
  drawChart(pages, facts.chart);

  heading(pages, facts.site === null ? HEADINGS.cities : HEADINGS.stations);
  parts(pages, facts);

  heading(pages, facts.site === null ? HEADINGS.league : HEADINGS.stationLeague);
  league(pages, facts);
  paragraph(pages, leagueWords(facts.league));

  heading(pages, HEADINGS.quality);
  const { flags } = facts.quality;
  if (flags.length === 0) paragraph(pages, NO_FLAGS);
  for (const flag of flags.slice(0, MOST_FLAGS)) paragraph(pages, flagText(flag));
  if (flags.length > MOST_FLAGS) {
    const more = flags.length - MOST_FLAGS;
    paragraph(pages, { en: `${more} more stand in the console.`, ur: `مزید ${more} کنسول میں ہیں۔` });
  }

  heading(pages, HEADINGS.method);
  paragraph(pages, METHOD, SMALL);
  pages.feet(`${REPORT_TITLE.en}, ${about}${period.en}`);
  return pages.end();
}

function heading(pages: BilingualPages, words: LocalText, room = 60): void {
  pages.y += 5;
  pages.breakBefore(room);
  pages.rule();
  pages.both(words, english(10.5, { weight: 'bold' }), urdu(10, { weight: 'bold', lead: 1.8 }));
}

function paragraph(pages: BilingualPages, words: LocalText, style: typeof TEXT | typeof SMALL = TEXT): void {
  pages.breakBefore(pages.heightOfBoth(words, ...style));
  pages.both(words, ...style);
  pages.y += 2;
}

/** Every site with what it had, alerts and calls side by side; of one site its stations, which have no alerts. */
function parts(pages: BilingualPages, { site, alerts, calls, league }: ReportFacts): void {
  const shown = calls.parts.filter(
    ({ station, shift }) => shift === null && (site !== null || station === null),
  );
  const rows = shown.map(({ siteId, siteName, station, calls: count, phases }) => {
    const phase = (name: string) => phases.find((one) => one.phase === name)!;
    const own = alerts.parts.find((part) => part.siteId === siteId && part.shift === null);
    return [
      station ?? siteName,
      station === null ? String(own?.alerts ?? 0) : '–',
      String(count),
      spanText(phase('dispatch').median).en,
      spanText(phase('arrival').median).en,
      shareText(phase('arrival').withinTarget).en,
    ];
  });
  table(
    pages,
    [
      site === null ? COLUMNS.city : COLUMNS.station,
      COLUMNS.alerts,
      COLUMNS.calls,
      PHASE_WORDS.dispatch,
      PHASE_WORDS[league.phase],
      COLUMNS.inTime,
    ],
    [0.17, 0.09, 0.09, 0.22, 0.23, 0.2],
    rows,
  );
}

function league(pages: BilingualPages, { site, league: { rows } }: ReportFacts): void {
  const known = rows.filter(({ bestRank }) => bestRank !== null);
  if (known.length === 0) return;
  table(
    pages,
    [COLUMNS.ranks, site === null ? COLUMNS.city : COLUMNS.station, COLUMNS.median],
    [0.2, 0.35, 0.45],
    known.map(({ bestRank, worstRank, siteName, station, figure }) => [
      bestRank === worstRank ? String(bestRank) : `${bestRank}–${worstRank}`,
      station ?? siteName,
      spanText(figure).en,
    ]),
  );
}

/** Rows over the whole width, with both languages in the header. @param shares of the width, one a column */
function table(
  pages: BilingualPages,
  columns: readonly LocalText[],
  shares: readonly number[],
  rows: readonly (readonly string[])[],
): void {
  const { type } = pages;
  const place = (column: number) => ({
    x: LEFT + FULL * shares.slice(0, column).reduce((sum, share) => sum + share, 0),
    width: FULL * shares[column]! - 6,
  });
  const head = () => {
    for (const [column, words] of columns.entries()) {
      type.write(words.en, { ...place(column), y: pages.y }, english(8, { colour: QUIET }));
      // Under its English, so that a column has one edge.
      type.write(
        words.ur,
        { ...place(column), y: pages.y + 8 },
        urdu(8, { colour: QUIET, lead: 2, align: 'end' }),
      );
    }
    pages.y += 26;
  };
  pages.breakBefore(60);
  head();
  for (const row of rows) {
    const height = Math.max(
      ...row.map((cell, column) => type.height(cell, place(column).width, english(8.5))),
    );
    if (pages.breakBefore(height)) head();
    for (const [column, cell] of row.entries())
      type.write(
        cell,
        { ...place(column), y: pages.y },
        english(8.5, { weight: column === 0 ? 'bold' : 'regular' }),
      );
    pages.y += height + 1;
  }
  pages.y += 3;
}
