import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PdfThread } from '../../pdf/pdf-thread.ts';
import { type ReadPdf, readPdf } from '../../pdf/testing/read-pdf.ts';
import { drawNotice } from './draw-notice.ts';
import { NOTICE_DRAWING } from './notice-drawing.ts';
import { noticeFactsOf } from './testing/notice-facts-of.ts';

const thread = new PdfThread();
afterAll(() => thread[Symbol.asyncDispose]());

describe('a notice', () => {
  const facts = noticeFactsOf();
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    bytes = await drawNotice(facts);
    pdf = readPdf(bytes);
  });

  test('says what, where, when, by which law, how much, until when, what can be done and who confirmed it', () => {
    const plain = pdf.text.replaceAll('\u00a0', ' ');
    for (const said of [
      'PB-26-7K3M9QXA-W',
      'LEA 4127',
      'Drove through a red light',
      'Mall Road, camera 3 north',
      '20 November 2026, 20:15:07',
      'Test Vehicles Act, section 1',
      'Rs 2,000',
      '22 December 2026',
      '7 December 2026',
      'contest it',
      'example.pk/challan',
      'A trained traffic reviewer looked at the evidence',
      'red for at',
    ])
      expect(plain).toContain(said);
    expect(plain).toContain('2.3 s when');
    expect(plain).toContain('4.1 s when');
  });

  test('says it in Urdu with letters that its fonts have, every one', () => {
    expect(pdf.missing).toBe(0);
    expect(pdf.fonts).toEqual(expect.arrayContaining([expect.stringContaining('Nastaliq')]));
    const letters = new Set(pdf.text);
    for (const letter of 'لامنہوےعرسک') expect(letters).toContain(letter);
  });

  test('has both pictures, on one sheet of paper', () => {
    expect(pdf.images).toBe(2);
    expect(pdf.pages).toBe(2);
  });

  test('is the same to the byte each time, also from its thread', async () => {
    expect(Buffer.compare(bytes, await thread.draw(NOTICE_DRAWING, facts))).toBe(0);
  });
});

test('a picture that is none is refused, and its thread goes on', async () => {
  const facts = noticeFactsOf();
  const plate = { ...facts.pictures.plate, bytes: Buffer.from('<svg/>') };
  await expect(
    thread.draw(NOTICE_DRAWING, { ...facts, pictures: { ...facts.pictures, plate } }),
  ).rejects.toThrow(/image/i);
  // Marks what is simulated, and takes long places and letters that only the extended font has.
  const cameraName =
    'Shāhrāh-e-Qāid-e-Āzam near the old General Post Office, eastern approach, camera 12, lane 2';
  const { text, missing } = readPdf(
    await thread.draw(NOTICE_DRAWING, noticeFactsOf({ cameraName, simulated: true })),
  );
  expect(missing).toBe(0);
  expect(text).toContain('Shāhrāh');
  expect(text).toContain('SIMULATED: this is no fine');
});
