import { loadavg } from 'node:os';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { DIMENSIONS, PLACE_BYTES } from '@amaan/vision/templates/block-layout';
import { TemplateSearch } from '@amaan/vision/templates/template-search';
import type { Benchmark, Figure } from '../figure.ts';
import { FaceList } from './face-list.ts';
import { measureSearches } from './measure-searches.ts';
import { readMemory } from './read-memory.ts';

/** The longest list; 20,000,000 take 13 GB. */
const MOST = Number(process.env.AMAAN_BENCH_FACES ?? 5_000_000);
const THREADS = 2;
/** One search in a hundred of somebody who is not listed may give a false match. */
const TARGET = 0.01;

/** Lists grow as they are measured: size, how they are searched, and with how many searches. */
const STAGES = [
  { size: 100_000, method: 'exact', searches: 200, aim: null },
  { size: 1_000_000, method: 'exact', searches: 200, aim: 45 },
  { size: 1_000_000, method: 'approximate', searches: 2_000, aim: 60 },
  { size: 5_000_000, method: 'approximate', searches: 1_500, aim: 60 },
  { size: 20_000_000, method: 'approximate', searches: 1_000, aim: 60 },
] as const;

/**
 * Search of made-up templates in a list that grows to 20 million. Time of a search is on the clock, with others on the
 * machine; its processor time, of all threads, is beside it. The floor is reading the bytes that have to be read of every
 * row, 512 or 16, at the speed at which the same number of threads reads memory in the same run.
 */
export const benchFaceSearch: Benchmark = async function* () {
  yield figure('load of the machine at the begin', loadavg()[0]!, '');
  const bytesPerMillisecond = await readMemory(THREADS);
  yield figure(`memory read by ${THREADS} threads`, bytesPerMillisecond / 1e6, 'GB/s');
  await using search = new TemplateSearch({ threads: THREADS });
  const before = process.memoryUsage.rss();
  const list = new FaceList(search);
  yield* enrolment(list);
  for (const { size, method, searches, aim } of STAGES.filter((stage) => stage.size <= MOST)) {
    const name = `${(size / 1e6).toLocaleString('en')} million, ${method}`;
    await list.growTo(size, (done) => console.error(`${done} templates enrolled`));
    const { threshold } = searchThreshold(size, TARGET);
    const floor = (size * (method === 'exact' ? DIMENSIONS : PLACE_BYTES)) / bytesPerMillisecond;
    const measured = await measureSearches(list, { method, searches, threshold });
    yield figure(`${name}: threshold`, threshold, 'cosine');
    yield { ...figure(`${name}: p50`, measured.p50, 'ms'), floor, ratio: measured.p50 / floor };
    yield {
      ...figure(`${name}: p95`, measured.p95, 'ms'),
      ...(aim === null ? {} : { aim: `≤ ${aim} ms`, met: measured.p95 <= aim }),
    };
    yield figure(`${name}: fastest`, measured.fastest, 'ms');
    yield figure(`${name}: processor time a search`, measured.cpu, 'CPU ms');
    yield {
      ...figure(`${name}: found of those over the threshold (${measured.over})`, measured.recall, ''),
      ...(method === 'exact' ? {} : { aim: '≥ 0.999', met: measured.recall >= 0.999 }),
    };
    yield figure(`${name}: found of those just over it (${measured.justOver})`, measured.recallJustOver, '');
    yield figure(`${name}: best answer is the same person`, measured.rankOne, '');
    yield figure(`${name}: false matches a search of somebody not listed`, measured.falseMatches, '');
    const bytes = process.memoryUsage.rss() - before;
    yield {
      ...figure(`${name}: memory`, bytes / 1e9, 'GB'),
      ...(size < 2e7 ? {} : { aim: '≤ 14 GB', met: bytes <= 14e9 }),
    };
  }
  if (MOST >= 1_000_000) yield* agreement(list);
  yield figure('load of the machine at the end', loadavg()[0]!, '');
};

async function* enrolment(list: FaceList): AsyncIterable<Figure> {
  const { perSecond, perCpuSecond } = await list.measureEnrolment(20_000);
  yield { ...figure('enrolled', perSecond, 'templates/s'), aim: '≥ 1,000/s', met: perSecond >= 1000 };
  yield figure('enrolled by processor time', perCpuSecond, 'templates/CPU s');
}

/** Approximate and exact search of the whole list, side by side: the same hits, the same best person? */
async function* agreement(list: FaceList): AsyncIterable<Figure> {
  const { threshold } = searchThreshold(list.size, TARGET);
  const { searches, sameBest, sameHits } = await list.compareMethods(list.size > 5e6 ? 20 : 60, threshold);
  yield figure(`same hits as exact search of all ${list.size} (${searches} searches)`, sameHits, '');
  yield figure('same best person as exact search, over the threshold or not', sameBest, '');
}

function figure(name: string, value: number, unit: string): Figure {
  return { benchmark: 'face-search', name, value, unit };
}
