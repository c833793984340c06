import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DiskObjectStore } from '@amaan/store/disk-object-store';
import type { Database } from '@amaan/store/open-database';
import { ensureDeployment, ensureSite } from '@amaan/store/sites';
import { createTestDatabase } from '@amaan/store/test-database';
import { getChallanNotice } from '@amaan/store/violations/challan-notices';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PdfThread } from '../../pdf/pdf-thread.ts';
import { readPdf } from '../../pdf/testing/read-pdf.ts';
import { somebody } from '../../testing/access-table.ts';
import { issueTestChallan } from '../../testing/issued-challan.ts';
import { ChallanService } from '../issue/challan-service.ts';
import { NoticeService } from './notice-service.ts';

const now = () => Date.parse('2026-11-02T09:00:00.000Z');
const picture = readFileSync(join(import.meta.dirname, 'testing/grey.png'));
let db: Database;
let folder: string;
const pdf = new PdfThread();
let notices: NoticeService;
let challans: ChallanService;
/** What was asked for, in its order. */
const opened: string[] = [];
let mediaType = 'image/png';

beforeAll(async () => {
  db = await createTestDatabase();
  await ensureDeployment(db, 'Test authority');
  folder = await mkdtemp(join(tmpdir(), 'amaan-notices-'));
  challans = new ChallanService({ db, province: 'punjab', now, onChanged: () => {} });
  notices = new NoticeService({
    ...{ db, pdf, now, portalOrigin: 'https://fines.example.pk', paying: async () => null },
    objects: await DiskObjectStore.open(folder),
    evidence: {
      open: async (_, key) => {
        opened.push(key);
        return { mediaType, bytes: picture.length, content: Readable.from([picture]) };
      },
    },
  });
});
afterAll(async () => {
  await pdf[Symbol.asyncDispose]();
  await db?.destroy();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

test('a notice is drawn once from what a citizen may see, kept with its digest in the ledger, and never changes', async () => {
  const siteId = (await ensureSite(db, 'Lahore')).id;
  const reviewers = ['first', 'second'];
  const challan = await issueTestChallan(db, challans, { siteId, reviewers, at: now() - 3_600_000 });
  const officer = somebody('supervisor');
  await expect(notices.forOfficer(challan.id, somebody('supervisor', { sites: [] }))).rejects.toMatchObject({
    status: 404,
  });
  mediaType = 'image/webp';
  await expect(notices.forCitizen(challan.id)).rejects.toMatchObject({ code: 'NOTICE_NOT_POSSIBLE' });
  mediaType = 'image/png';
  opened.length = 0;
  const [one, same] = await Promise.all([
    notices.forOfficer(challan.id, officer),
    notices.forCitizen(challan.id),
  ]);
  expect(Buffer.compare(one.pdf, same.pdf)).toBe(0);
  expect(new Set(opened)).toEqual(new Set(['entry', 'plate']));
  const { text, images } = readPdf(one.pdf);
  expect(images).toBe(2);
  for (const said of [
    challan.number,
    'Test authority',
    'fines.example.pk/challan',
    'A second reviewer',
    'Kalma Chowk',
  ])
    expect(text).toContain(said);
  // Whoever confirmed it is named by role alone.
  expect(text).not.toContain('Officer');

  await challans.change(challan.id, { step: 'cancelled', cause: 'issued-in-error', by: null });
  opened.length = 0;
  expect(Buffer.compare((await notices.forCitizen(challan.id)).pdf, one.pdf)).toBe(0);
  expect(opened).toEqual([]);
  const kept = await getChallanNotice(db, challan.id);
  const entries = await db
    .selectFrom('ledger_entry')
    .select('entry')
    .where('kind', '=', 'notice.made')
    .execute();
  expect(entries.map(({ entry }) => JSON.parse(entry).data)).toEqual([kept]);
});
