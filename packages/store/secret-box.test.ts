import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SECRET_KEY_BYTES, SecretBox } from './secret-box.ts';

const box = new SecretBox(randomBytes(SECRET_KEY_BYTES));
const unreadable = expect.objectContaining({ code: 'SECRET_UNREADABLE' });

test('any text comes back, and is not in what is stored', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), fc.string(), (text, context) => {
      const sealed = box.seal(text, context);
      expect(box.open(sealed, context)).toBe(text);
      expect(Buffer.from(sealed).includes(text)).toBe(false);
    }),
  );
});

test('a sealed text with any bit changed, another context or another key does not open', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (text, at) => {
      const sealed = box.seal(text, 'camera:1');
      const changed = Uint8Array.from(sealed);
      const bit = at % (8 * changed.length);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => box.open(changed, 'camera:1')).toThrow(unreadable);
      expect(() => box.open(sealed, 'camera:2')).toThrow(unreadable);
      expect(() => new SecretBox(randomBytes(SECRET_KEY_BYTES)).open(sealed, 'camera:1')).toThrow(unreadable);
      expect(() => box.open(sealed.subarray(0, at % sealed.length), 'camera:1')).toThrow(unreadable);
    }),
  );
});

test('any bytes come back, each time in memory of their own', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (bytes, context) => {
      const sealed = box.sealBytes(bytes, context);
      const opened = box.openBytes(sealed, context);
      expect(Uint8Array.from(opened)).toEqual(bytes);
      opened.fill(0);
      expect(Uint8Array.from(box.openBytes(sealed, context))).toEqual(bytes);
    }),
  );
});

test('the same text is sealed differently each time', () => {
  expect(box.seal('rtsp://x', 'camera:1')).not.toEqual(box.seal('rtsp://x', 'camera:1'));
});

test('the error names the owner of the secret, not the secret', () => {
  const sealed = box.seal('rtsp://admin:hunter2@10.0.0.1/', 'camera:1');
  expect(() => box.open(sealed, 'camera:2')).toThrow(/camera:2/);
  expect(() => box.open(sealed, 'camera:2')).not.toThrow(/hunter2/);
});
