import type { EnrolledPicture, WatchlistEntry } from '@amaan/contracts/faces/watchlist-entry';
import { describe, expect, test } from 'vitest';
import { ApiProblem } from '../../../../api/api-problem.ts';
import { type EnrolmentWork, enrolLines } from './enrol-lines.ts';
import {
  byName,
  type LineResult,
  lineOf,
  lineProblems,
  nameKey,
  type PictureLine,
  saidOf,
} from './picture-line.ts';
import { fillLines, readPictureTable } from './picture-table.ts';

const TODAY = '2026-03-01';
const COMMON = { source: 'Police record', lawfulness: 'Taken on arrest', takenOn: '2026-01-05' };
const line = (name: string, change: Partial<PictureLine> = {}): PictureLine => ({
  ...lineOf(new File(['x'], name), name),
  ...change,
});
const entry = (reference: string) =>
  ({ id: `of ${reference}`, watchlistId: 'list', reference }) as WatchlistEntry;

describe('a line', () => {
  test('names the person as the file is named, until somebody says otherwise', () => {
    expect(line('Ali_Raza  Khan.final.JPG').name).toBe('Ali Raza Khan.final');
    expect(line(`${'a'.repeat(300)}.png`).name).toHaveLength(120);
  });

  test('says what is said of all of them, where nothing else is said', () => {
    expect(saidOf(line('a.jpg', { source: 'Hospital' }), COMMON)).toEqual({ ...COMMON, source: 'Hospital' });
    expect(lineProblems(line('Ali.jpg'), COMMON, TODAY).size).toBe(0);
  });

  test('cannot be sent without a name, a source, a reason and a day that was', () => {
    const none = { source: '', lawfulness: 'short', takenOn: '2026-03-02' };
    expect([...lineProblems(line('a.jpg'), none, TODAY)].toSorted()).toEqual([
      ...['lawfulnessNeeded', 'nameNeeded', 'sourceNeeded', 'takenNeeded'],
    ]);
  });
});

test('people are known by their name however it is written, the first of two of one name', () => {
  const people = byName([entry('Ali  KHAN'), entry('Ali Khan')]);
  expect(people.get(nameKey(' ali khan '))?.reference).toBe('Ali Khan');
});

describe('a table', () => {
  test('fills the lines of the files that it names', () => {
    const table = readPictureTable(
      '\uFEFFFile,Name,Source,taken_on,child\r\na.JPG,"Khan, Ali",Court,2026-01-02,yes\r\n\r\nb.jpg,,,,no\r\nc.jpg,C,,5 May,\r\n,x,,,\r\n"d.jpg,x,,,\r\n',
    )!;
    expect(table.badLines).toEqual([5, 6, 7]);
    const { lines, filled } = fillLines([line('A.jpg'), line('b.jpg'), line('z.jpg')], table);
    expect(filled).toBe(2);
    expect(lines).toMatchObject([
      { name: 'Khan, Ali', source: 'Court', takenOn: '2026-01-02', child: true, missing: false },
      { name: 'b', source: '', child: false },
      { name: 'z' },
    ]);
  });

  test('may be parted by semicolons, and must name files', () => {
    expect(readPictureTable('file;name\na.jpg;Ali')!.rows.get('a.jpg')).toEqual({ name: 'Ali' });
    expect(readPictureTable('name,source\nAli,Court')).toBeNull();
    expect(readPictureTable('')).toBeNull();
  });
});

describe('many pictures', () => {
  const refused = new ApiProblem(422, 'FACE_QUALITY_SIZE', 'Take a picture from nearer.');
  const gone = new ApiProblem(0, 'NETWORK', '');

  /** Enrols lines as far as it gets. @param answers of the files, by their names; left out: enrolled without a doubt */
  async function run(
    lines: readonly PictureLine[],
    answers: Record<string, number | Error> = {},
    people = new Map<string, WatchlistEntry>(),
    controller = new AbortController(),
  ) {
    const results = new Map<string, LineResult>();
    const added: string[] = [];
    const removed: string[] = [];
    const work: EnrolmentWork = {
      removeEntry: async ({ reference }) => removed.push(reference),
      addEntry: async ({ name }) => {
        added.push(name);
        return entry(name);
      },
      enrol: async (_, { file }) => {
        const answer = answers[file.name] ?? 0;
        if (answer instanceof Error) throw answer;
        return { picture: {}, findings: Array(answer).fill({}) } as unknown as EnrolledPicture;
      },
    };
    const report = (id: string, result: LineResult) => {
      results.set(id, result);
      if (id === 'stop.jpg') controller.abort();
    };
    const isWhole = await enrolLines(lines, people, work, report, controller.signal);
    const after = lines.map((one) => ({ ...one, result: results.get(one.id) ?? one.result }));
    return { isWhole, added, removed, after, states: after.map(({ result }) => result.state) };
  }

  test('are enrolled one by one: a refused one stops none, and a doubt is told', async () => {
    const lines = ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'].map((name) => line(name));
    const { isWhole, states, after } = await run(lines, { 'b.jpg': refused, 'c.jpg': 2 });
    expect([isWhole, states]).toEqual([true, ['done', 'refused', 'held', 'done']]);
    const unreadable = new DOMException('The file is gone.', 'NotReadableError');
    expect((await run(lines, { 'a.jpg': unreadable })).states).toEqual(['refused', 'done', 'done', 'done']);
    expect(after[1]!.result).toEqual({ state: 'refused', error: refused });
    expect(after[2]!.result).toEqual({ state: 'held', doubts: 2 });
  });

  test('of one name are of one person, who is added once, or is on the list already', async () => {
    const lines = [
      line('1.jpg', { name: 'Ali Khan' }),
      line('2.jpg', { name: 'ali  khan' }),
      line('3.jpg', { name: 'Sana' }),
    ];
    const people = new Map([['sana', entry('Sana')]]);
    expect((await run(lines, {}, people)).added).toEqual(['Ali Khan']);
  });

  test('leave nobody on the list of whom no picture can be used', async () => {
    const [bad, good] = [line('1.jpg', { name: 'Ali' }), line('2.jpg', { name: 'Ali' })];
    expect(await run([bad, good], { '1.jpg': refused })).toMatchObject({
      added: ['Ali', 'Ali'],
      removed: ['Ali'],
    });
    expect(await run([good, bad], { '1.jpg': refused })).toMatchObject({ added: ['Ali'], removed: [] });
    expect(await run([bad], { '1.jpg': gone })).toMatchObject({ removed: ['Ali'] });
  });

  test('stop where the server is gone, or does not let the person any more; the next try goes on with the rest', async () => {
    for (const error of [gone, new ApiProblem(403, 'ACTION_FORBIDDEN', ''), new Error('something else')]) {
      const lines = ['a.jpg', 'b.jpg', 'c.jpg'].map((name) => line(name));
      const { isWhole, states, after } = await run(lines, { 'b.jpg': error });
      expect([isWhole, states]).toEqual([false, ['done', 'failed', 'waiting']]);
      const again = await run(after);
      expect([again.isWhole, again.states, again.added]).toEqual([
        true,
        ['done', 'done', 'done'],
        ['b', 'c'],
      ]);
    }
  });

  test('stop when somebody says so, after the one that is being looked at', async () => {
    const lines = ['a.jpg', 'stop.jpg', 'c.jpg'].map((name) => line(name));
    expect(await run(lines)).toMatchObject({ isWhole: false, states: ['done', 'done', 'waiting'] });
  });
});
