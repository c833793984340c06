import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactUrl, redactWholeUrl } from './redact-url.ts';

test.each([
  ['rtsp://admin:s3cret@10.0.0.7:554/live', 'rtsp://***@10.0.0.7:554/live'],
  ['http://10.0.0.7/video?user=a&pwd=b&size=2', 'http://10.0.0.7/video?user=***&pwd=***&size=2'],
  ['[error] rtsp://u:p@host/live: Connection refused', '[error] rtsp://***@host/live: Connection refused'],
  ['rtsp://user:p@ss@host/live', 'rtsp://***@host/live'],
  ['/srv/clips/gate@night.mp4', '/srv/clips/gate@night.mp4'],
  ['http://host/a@b', 'http://host/a@b'],
])('redacts %s', (text, shown) => {
  expect(redactUrl(text)).toBe(shown);
});

test('no password survives, wherever the URL stands', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9!$%&*+_.~@:-]{6,20}$/);
  fc.assert(
    fc.property(word, fc.constantFrom('rtsp', 'rtsps', 'http', 'https'), (password, scheme) => {
      const secret = `X${password}X`;
      expect(redactUrl(`before ${scheme}://user:${secret}@10.1.2.3/live after`)).not.toContain(secret);
    }),
  );
});

test.each([
  ['rtsp://admin:s3cret@10.0.0.7:554/live', 'rtsp://***@10.0.0.7:554/live'],
  ['http://10.0.0.7/video?user=a&pwd=b c\'d"&size=2', 'http://10.0.0.7/video?user=***&pwd=***&size=2'],
  ['http://host/plain?size=2', 'http://host/plain?size=2'],
  ['/srv/clips/gate@night.mp4', '/srv/clips/gate@night.mp4'],
])('redacts the whole of %s', (url, shown) => {
  expect(redactWholeUrl(url)).toBe(shown);
});

test('no password of a whole URL survives, however it is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('rtsp', 'http'), (password, scheme) => {
      const shown = redactWholeUrl(`${scheme}://user:${password}@10.1.2.3/live`);
      expect(shown).toBe(`${scheme}://***@10.1.2.3/live`);
    }),
  );
});
