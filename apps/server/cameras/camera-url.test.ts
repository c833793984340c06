import { expect, test } from 'vitest';
import { assertCameraUrl } from './camera-url.ts';

test.each([
  'rtsp://user:secret@10.0.0.5:554/stream1',
  'RTSPS://10.0.0.5/stream1',
  'http://10.0.0.5/mjpeg?fps=5',
  'https://camera.example/stream',
  '/srv/media/gate.mp4',
])('%s is a camera', (url) => {
  expect(() => assertCameraUrl(url)).not.toThrow();
});

test.each([
  'gate.mp4',
  '../../etc/passwd',
  'file:///etc/passwd',
  'concat:/etc/passwd|/etc/shadow',
  'subfile,,start,0,end,100,,:/etc/passwd',
  'data:video/mp4;base64,AAAA',
  'tcp://10.0.0.5:22',
  'http://',
  '',
])('%s is refused', (url) => {
  expect(() => assertCameraUrl(url)).toThrow(expect.objectContaining({ code: 'CAMERA_URL_UNSUPPORTED' }));
});
