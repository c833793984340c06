import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayUrl } from './display-url.ts';

test.each([
  ['rtsp://admin:secret@10.0.0.5:554/s1', 'rtsp://10.0.0.5:554/s1'],
  ['rtsp://admin:p@ss/word@10.0.0.5/s1', 'rtsp://10.0.0.5/s1'],
  ['rtsp://admin:p?x#y@10.0.0.5/s1', 'rtsp://10.0.0.5/s1'],
  ['http://10.0.0.5/video.mjpg?user=admin&pwd=secret', 'http://10.0.0.5/video.mjpg?…'],
  ['https://cam.example/live#secret', 'https://cam.example/live?…'],
  ['/srv/clips/road@night.mp4', '/srv/clips/road@night.mp4'],
])('%s is shown as %s', (url, shown) => {
  expect(displayUrl(url)).toBe(shown);
});

test('no password is ever shown, whatever characters it has', () => {
  // A password of letters alone could be part of the host's name by chance.
  const password = fc.string({ minLength: 3 }).map((text) => `~${text}~`);
  fc.assert(
    fc.property(password, (secret) => {
      expect(displayUrl(`rtsp://admin:${secret}@camera.example/s1`)).toBe('rtsp://camera.example/s1');
    }),
  );
});
