import { embeddingDigest } from '@amaan/server/faces/search/embedding-digest';
import { SearchedLists } from '@amaan/server/faces/search/searched-lists';
import { EnrolledLists } from '@amaan/server/faces/templates/enrolled-lists';
import { openDeploymentKeys } from '@amaan/server/keys/deployment-keys';
import { FaceOffice } from '@amaan/server/testing/face-office';
import { facePicture } from '@amaan/server/testing/fake-face-desk';
import { Rotation } from '@amaan/vision/templates/rotation';
import { TemplateEncoder } from '@amaan/vision/templates/template-encoder';
import { TemplateSearch } from '@amaan/vision/templates/template-search';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countInMemory, type InvertedBytes, invertedFloats } from './scan-memory.ts';

// What is left in the memory of the process of the people on a list, before, while and after it is searched.

/** A template that occurs nowhere else in the process. */
const valueAt = (index: number) => Math.fround(Math.sin(index * 3.71 + 0.2) / 16);
const WORDS = 6;
const BYTES = 24;
const SEED = 7;
const logger = pino({ level: 'silent' });

let office: FaceOffice;
beforeAll(async () => {
  office = await FaceOffice.open();
  const { embed } = office.desk;
  office.desk.embed = async (face) => {
    const embedded = await embed(face);
    for (let index = 0; index < 512; index++) embedded.template[index] = valueAt(index);
    return embedded;
  };
}, 60_000);
afterAll(() => office?.[Symbol.asyncDispose]());

/** As models and seals have it. */
const floats = () => countInMemory(invertedFloats(WORDS, valueAt));

/** As it lies in the memory of a search that turned it by this seed. */
function searchedForm(): InvertedBytes {
  const encoder = new TemplateEncoder(new Rotation(SEED));
  const template = Float32Array.from({ length: 512 }, (_, index) => valueAt(index));
  const inverted = [...encoder.encode(template).values.subarray(0, BYTES)].map(
    (value) => (value & 0xff) ^ 0xff,
  );
  encoder.forget();
  template.fill(0);
  return inverted;
}

const openSearch = () => new TemplateSearch({ threads: 1, seed: SEED });

test.runIf(process.platform === 'linux')(
  'somebody on a list is in memory in the form alone in which they are searched, and only while they may be',
  async () => {
    const list = await office.makeList();
    const entry = await office.addEntry(list);
    const enrolled = await office.enrolBytes(entry, await facePicture({ person: 5 }));
    expect(enrolled.statusCode, enrolled.body).toBe(201);
    const searched = searchedForm();
    expect([floats(), countInMemory(searched)]).toEqual([0, 0]);

    await office.review(list.id);
    const authorisation = await office.approved(list.id);
    const { vault } = office.server.services.faces;
    await using lists = new SearchedLists({ vault, logger, openSearch });
    const { search, name } = await lists.open(list.id);
    expect(search.sizeOf(name)).toBe(1);
    expect([floats(), countInMemory(searched)]).toEqual([0, 1]);

    const url = `/api/face-authorisations/${authorisation.id}/revocation`;
    expect((await office.supervisor.post(url, { reason: 'Found' })).statusCode).toBe(200);
    await lists.follow();
    expect([floats(), countInMemory(searched)]).toEqual([0, 0]);
  },
  120_000,
);

test.runIf(process.platform === 'linux')(
  'while a list is filled it is the same, and nothing is left when nobody fills it any more',
  async () => {
    const { db, dataDir } = office.server;
    const deployment = await db.selectFrom('deployment').select('id').executeTakeFirstOrThrow();
    const { secrets } = await openDeploymentKeys(dataDir, deployment.id);
    const { list } = await office.readyList(6);
    const searched = searchedForm();
    const lists = new EnrolledLists({ db, secrets, logger, openSearch });
    const asked = new Float32Array(512).fill(0.5);
    expect((await lists.mostAlike(list.id, asked, await embeddingDigest())).size).toBe(1);
    expect([floats(), countInMemory(searched)]).toEqual([0, 1]);
    await lists[Symbol.asyncDispose]();
    expect([floats(), countInMemory(searched)]).toEqual([0, 0]);
  },
  120_000,
);
