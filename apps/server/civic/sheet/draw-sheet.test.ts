import { sharp } from '@amaan/vision/image/configured-sharp';
import { expect, test } from 'vitest';
import { readPdf } from '../../pdf/testing/read-pdf.ts';
import { drawSheet } from './draw-sheet.ts';
import type { SheetFacts } from './sheet-facts.ts';

const FACTS: SheetFacts = {
  ...{ number: 'C-7K2M-9QXD', kind: 'waste-heap', place: 'Behind the bus stand', position: [74.33, 31.56] },
  ...{ siteName: 'Lahore', openedAt: '2026-11-26T06:00:00.000Z', dueAt: '2026-11-27T06:00:00.000Z' },
  ...{ department: { en: 'Waste management', ur: 'صفائی' }, notes: ['Two metres high'], pictures: [] },
  ...{ simulated: false, madeAt: '2026-11-26T07:00:00.000Z', madeBy: 'An operator' },
};
/** Lines break anywhere. */
const close = (text: string) => text.replace(/\s+/g, '');

test('a sheet says where, what and until when, with its pictures, on one page', async () => {
  const bytes = await picture();
  const drawn = await drawSheet({
    ...FACTS,
    pictures: (['before', 'before', 'after', 'after'] as const).map((moment) => ({ moment, bytes })),
  });
  const { pages, missing, text } = readPdf(drawn);
  expect({ pages, missing }).toEqual({ pages: 1, missing: 0 });
  for (const said of [
    'Waste heap: ticket C-7K2M-9QXD',
    'Where: Behind the bus stand, Lahore',
    'Position: N 31.560000, E 74.330000',
    'Department: Waste management',
    // In Pakistan's time.
    'To be done by: 27 November 2026, 11:00:00',
    'Note: Two metres high',
    'Before',
    'After',
    'Faces and number plates in the pictures are covered.',
  ])
    expect(close(text)).toContain(close(said));
  expect(text).not.toContain('SIMULATED');
});

test('without department, deadline, notes and pictures a sheet says so, and marks what is simulated', async () => {
  const { pages, missing, text } = readPdf(
    await drawSheet({
      ...FACTS,
      ...{ simulated: true, department: null, dueAt: null, notes: [], place: 'بازار کے پیچھے، تیسری گلی' },
    }),
  );
  expect({ pages, missing }).toEqual({ pages: 1, missing: 0 });
  expect(text).toContain('SIMULATED');
  expect(close(text)).toContain(close('Department: none yet'));
  for (const unsaid of ['To be done by', 'Note:', 'are covered'])
    expect(close(text)).not.toContain(close(unsaid));
});

test('notes as long as they may be go on to further pages, and nothing is lost', async () => {
  const long = 'sewer '.repeat(330).trim();
  const { pages, text } = readPdf(await drawSheet({ ...FACTS, notes: [long, `${long} again`] }));
  expect(pages).toBeGreaterThan(1);
  expect(close(text).match(/sewer/g)).toHaveLength(2 * 2 * 330);
});

function picture(): Promise<Buffer> {
  return sharp({ create: { width: 320, height: 200, channels: 3, background: 'grey' } })
    .jpeg()
    .toBuffer();
}
