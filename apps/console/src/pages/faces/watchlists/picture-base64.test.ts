import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { pictureBase64 } from './picture-base64.ts';

test('bytes of every size become base64, also more than one piece', async () => {
  for (const size of [0, 1, 2, 3, 0x8000, 0x8000 * 2 + 1]) {
    const bytes = randomBytes(size);
    expect(await pictureBase64(new Blob([bytes]))).toBe(bytes.toString('base64'));
  }
});
