import { describe, expect, test } from 'vitest';
import { makeTemplateKey, openTemplate, sealTemplate, TemplateNotSealed } from './sealed-template.ts';

const key = makeTemplateKey();
const template = Float32Array.from({ length: 512 }, (_, index) => Math.sin(index));

describe('a sealed template', () => {
  test('is opened by the key that it was sealed for, bit for bit', () => {
    expect(openTemplate(sealTemplate(template, key.publicKey, 'a'), key, 'a')).toEqual(template);
  });

  test('is another text each time, and never holds the template', () => {
    const sealed = [1, 2].map(() => Buffer.from(sealTemplate(template, key.publicKey, 'a'), 'base64'));
    expect(sealed[0]!.equals(sealed[1]!)).toBe(false);
    for (const bytes of sealed) expect(bytes.includes(Buffer.from(template.buffer, 64, 16))).toBe(false);
  });

  test('is opened by no other key, in no other search, and not when a bit of it changed', () => {
    const sealed = sealTemplate(template, key.publicKey, 'a');
    expect(() => openTemplate(sealed, makeTemplateKey(), 'a')).toThrow(TemplateNotSealed);
    expect(() => openTemplate(sealed, key, 'b')).toThrow(TemplateNotSealed);
    for (const at of [0, 1, 20, 80, 1000, -1]) {
      const bytes = Buffer.from(sealed, 'base64');
      bytes[bytes.length * Number(at < 0) + at]! ^= 1;
      expect(() => openTemplate(bytes.toString('base64'), key, 'a')).toThrow(TemplateNotSealed);
    }
  });

  test('is nothing that somebody makes up', () => {
    for (const text of ['', 'AAAA', 'no base64 at all', Buffer.alloc(3000, 7).toString('base64')])
      expect(() => openTemplate(text, key, 'a')).toThrow(TemplateNotSealed);
    expect(() => sealTemplate(template, 'AAAA', 'a')).toThrow(TemplateNotSealed);
  });
});
