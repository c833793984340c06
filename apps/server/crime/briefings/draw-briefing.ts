import type { LocalText } from '@amaan/contracts/ai-system';
import type { Position } from '@amaan/contracts/geometry';
import {
  BilingualPages,
  COLUMN,
  english,
  FULL,
  LEFT,
  LINE,
  QUIET,
  RIGHT,
  urdu,
} from '../../pdf/bilingual-pages.ts';
import { instantText } from '../../pdf/local-times.ts';
import type { BriefingFacts, BriefingMap, BriefingSection } from './briefing-facts.ts';
import { BRIEFING_SIMULATED, BRIEFING_TITLE, DAYS, NO_GROUND } from './briefing-words.ts';
import { shade } from './shade.ts';

const MAP_HEIGHT = 250;
const HOURS_ROW = 13;
const BARS_HEIGHT = 90;

/**
 * Writes a briefing as PDF, A4, in English and Urdu side by side: maps drawn as shapes with the outlines of station areas, and
 * under each picture what it was made from and what it cannot show. The same facts give the same bytes.
 */
export async function drawBriefing(facts: BriefingFacts): Promise<Uint8Array> {
  const pages = new BilingualPages({
    title: `${BRIEFING_TITLE.en}: ${facts.title}`,
    author: facts.organisation,
    at: facts.madeAt,
  });
  head(pages, facts);
  for (const section of facts.sections) drawSection(pages, section, facts);
  pages.feet(`${BRIEFING_TITLE.en} ${facts.madeAt.slice(0, 10)}`);
  return pages.end();
}

function head(pages: BilingualPages, facts: BriefingFacts): void {
  if (facts.simulated) pages.mark(BRIEFING_SIMULATED);
  pages.both(
    BRIEFING_TITLE,
    english(15, { weight: 'bold', lead: 1.3 }),
    urdu(14, { weight: 'bold', lead: 1.9 }),
  );
  write(pages, `${facts.title}`, 11, true);
  const where = facts.area === null ? facts.site : `${facts.site}, ${facts.area.en}`;
  const made = instantText(facts.madeAt);
  write(pages, `${facts.organisation}, ${where}. ${made.en}, ${facts.madeBy}`, 9, false);
  pages.y += 4;
  pages.both(NO_GROUND, english(9.5, { weight: 'bold' }), urdu(9.5, { weight: 'bold', lead: 2 }));
  if (facts.remark !== '') write(pages, facts.remark, 9.5, false);
  pages.y += 2;
  pages.rule();
}

/** A line of the author's own words, which may be of either language. */
function write(pages: BilingualPages, text: string, size: number, bold: boolean): void {
  const isUrdu = /[\u0600-\u06ff]/.test(text);
  const weight = bold ? ('bold' as const) : ('regular' as const);
  const style = isUrdu
    ? urdu(size, { weight, lead: 2 })
    : english(size, { weight, colour: bold ? '#10202d' : QUIET });
  pages.y += pages.type.write(text, { x: LEFT, y: pages.y, width: FULL }, style);
}

function drawSection(pages: BilingualPages, section: BriefingSection, facts: BriefingFacts): void {
  const picture =
    section.map !== null ? MAP_HEIGHT + 16 : section.hours !== null ? 8 * HOURS_ROW : BARS_HEIGHT;
  pages.breakBefore(picture + 60);
  pages.y += 4;
  pages.both(section.title, english(12, { weight: 'bold' }), urdu(11.5, { weight: 'bold', lead: 1.9 }));
  for (const line of section.lines) both(pages, line, 9.5);
  if (section.map !== null) drawMap(pages, section.map, facts);
  if (section.hours !== null) drawHours(pages, section.hours);
  if (section.bars !== null) drawBars(pages, section.bars);
  for (const note of section.notes) both(pages, note, 7.5, QUIET);
  pages.y += 2;
  pages.rule();
}

function both(pages: BilingualPages, text: LocalText, size: number, colour = '#10202d'): void {
  const [en, ur] = [english(size, { colour }), urdu(size, { colour, lead: 2 })];
  pages.breakBefore(pages.heightOfBoth(text, en, ur));
  pages.both(text, en, ur);
}

/** Shapes over the outlines of the station areas, north up, as a flat map: near enough for a city. */
function drawMap(pages: BilingualPages, map: BriefingMap, { boundaries }: BriefingFacts): void {
  const chosen = boundaries.filter(({ chosen: is }) => is);
  const framed = chosen.length > 0 ? chosen : boundaries;
  const extent: readonly Position[] =
    framed.length > 0 ? framed.flatMap(({ rings }) => rings.flat()) : map.shapes.flatMap(({ ring }) => ring);
  if (extent.length === 0) return;
  const top = pages.y + 4;
  const { document } = pages;
  const place = projection(extent, { x: LEFT, y: top, width: FULL, height: MAP_HEIGHT });
  document.save();
  document.rect(LEFT, top, FULL, MAP_HEIGHT).fill('#f6f8fa');
  document.rect(LEFT, top, FULL, MAP_HEIGHT).clip();
  for (const { ring, fill, outline } of map.shapes) {
    path(pages, ring.map(place));
    if (outline) document.fillOpacity(0.25).fillAndStroke(fill, fill);
    else document.fillOpacity(0.85).fill(fill);
  }
  document.fillOpacity(1);
  for (const { rings, chosen: is } of boundaries)
    for (const ring of rings) {
      path(pages, ring.map(place));
      document
        .lineWidth(is ? 1.6 : 0.7)
        .strokeColor(is ? '#10202d' : '#7b8b99')
        .stroke();
    }
  document.restore();
  document.rect(LEFT, top, FULL, MAP_HEIGHT).lineWidth(0.6).strokeColor(LINE).stroke();
  for (const { name, rings } of boundaries) label(pages, name, (rings[0] ?? []).map(place), top);
  scaleBar(pages, extent, place, top);
  pages.y = top + MAP_HEIGHT + 4;
  legend(pages, map);
}

type Place = (position: Position) => readonly [x: number, y: number];

function projection(
  extent: readonly Position[],
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Place {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of extent) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale =
    0.94 *
    Math.min(box.width / Math.max(1e-9, (east - west) * shrink), box.height / Math.max(1e-9, north - south));
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  return ([longitude, latitude]) => [
    box.x + box.width / 2 + (longitude - middleX) * shrink * scale,
    box.y + box.height / 2 - (latitude - middleY) * scale,
  ];
}

function path({ document }: BilingualPages, points: readonly (readonly [number, number])[]): void {
  for (const [at, [x, y]] of points.entries())
    if (at === 0) document.moveTo(x, y);
    else document.lineTo(x, y);
  document.closePath();
}

function label(
  pages: BilingualPages,
  name: string,
  points: readonly (readonly [number, number])[],
  top: number,
): void {
  if (points.length === 0) return;
  const x = points.reduce((sum, [at]) => sum + at, 0) / points.length;
  const y = points.reduce((sum, [, at]) => sum + at, 0) / points.length;
  if (x < LEFT + 30 || x > LEFT + FULL - 30 || y < top + 8 || y > top + MAP_HEIGHT - 8) return;
  const style = english(6.5, { colour: '#10202d', align: 'centre' });
  const [half, { document }] = [1.75 * name.length + 2, pages];
  // A light ground, since the name may lie over dark cells.
  document.save().fillOpacity(0.75);
  document.rect(x - half, y - 4, 2 * half, 10).fill('#ffffff');
  document.restore();
  pages.type.write(name, { x: x - 45, y: y - 4, width: 90 }, style);
}

const METRES_PER_DEGREE = 111_195;

/** A line of a round number of metres. */
function scaleBar(
  { document, type }: BilingualPages,
  extent: readonly Position[],
  place: Place,
  top: number,
): void {
  const [first] = extent;
  if (first === undefined) return;
  const [, y1] = place(first);
  const [, y2] = place([first[0], first[1] + 0.001]);
  const perMetre = Math.abs(y1 - y2) / (0.001 * METRES_PER_DEGREE);
  const metres = [10_000, 5000, 2000, 1000, 500, 200, 100, 50].find((one) => one * perMetre <= 120) ?? 50;
  const y = top + MAP_HEIGHT - 12;
  document
    .moveTo(LEFT + 10, y)
    .lineTo(LEFT + 10 + metres * perMetre, y)
    .lineWidth(1.4)
    .strokeColor('#10202d')
    .stroke();
  const words = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  type.write(words, { x: LEFT + 10, y: y - 11, width: 60 }, english(7));
}

function legend(pages: BilingualPages, { legend: entries }: BriefingMap): void {
  let x = LEFT;
  for (const { fill, words } of entries) {
    pages.document.rect(x, pages.y + 3, 8, 8).fill(fill);
    pages.type.write(words.en, { x: x + 11, y: pages.y + 2, width: 78 }, english(7.5));
    pages.type.write(words.ur, { x: x + 84, y: pages.y - 3, width: 76 }, urdu(7.5, { lead: 1.9 }));
    x += 168;
  }
  pages.y += 17;
}

/** Hours from left to right, days downwards; the darker, the more. */
function drawHours(pages: BilingualPages, hours: readonly (readonly number[])[]): void {
  const most = Math.max(1e-9, ...hours.flat());
  const top = pages.y + 4;
  const [first, cell] = [LEFT + 44, (FULL - 100) / 24];
  for (const [day, values] of hours.entries()) {
    const y = top + day * HOURS_ROW;
    const name = DAYS[day] ?? { en: '', ur: '' };
    pages.type.write(name.en, { x: LEFT, y: y + 1, width: 40 }, english(7.5));
    pages.type.write(name.ur, { x: first + 24 * cell + 4, y: y - 4, width: 50 }, urdu(7.5, { lead: 1.8 }));
    for (const [hour, value] of values.entries())
      pages.document.rect(first + hour * cell, y, cell - 1, HOURS_ROW - 1).fill(shade(value / most));
  }
  for (const hour of [0, 6, 12, 18])
    pages.type.write(
      `${String(hour).padStart(2, '0')}:00`,
      { x: first + hour * cell, y: top + 7 * HOURS_ROW + 1, width: 40 },
      english(7, { colour: QUIET }),
    );
  pages.y = top + 7 * HOURS_ROW + 14;
}

function drawBars(
  pages: BilingualPages,
  { values, first, last }: NonNullable<BriefingSection['bars']>,
): void {
  const most = Math.max(1e-9, ...values);
  const top = pages.y + 4;
  const height = BARS_HEIGHT - 16;
  const width = FULL / Math.max(1, values.length);
  for (const [at, value] of values.entries()) {
    const bar = (height * value) / most;
    pages.document
      .rect(LEFT + at * width, top + height - bar, Math.max(0.4, width - 0.8), bar)
      .fill('#3f6fb5');
  }
  const quiet = english(7, { colour: QUIET });
  pages.type.write(first, { x: LEFT, y: top + height + 2, width: COLUMN }, quiet);
  pages.type.write(last, { x: RIGHT, y: top + height + 2, width: COLUMN }, { ...quiet, align: 'end' });
  pages.y = top + BARS_HEIGHT;
}
