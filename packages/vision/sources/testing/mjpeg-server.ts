import { createServer } from 'node:http';
import { onLoopback } from './loopback.ts';

export interface MjpegServer extends AsyncDisposable {
  readonly url: string;
}

/**
 * A camera that sends JPEG pictures over HTTP (`multipart/x-mixed-replace`), in turn and for ever, or
 * `once` and is silent then.
 *
 * @param intervalMs time from picture to picture
 * @param options `login` is the `user:password` that it asks for
 */
export async function startMjpegServer(
  pictures: readonly Uint8Array[],
  intervalMs: number,
  options: { readonly login?: string; readonly once?: boolean } = {},
): Promise<MjpegServer> {
  const server = createServer((request, response) => {
    const wanted = options.login && `Basic ${Buffer.from(options.login).toString('base64')}`;
    if (wanted && request.headers.authorization !== wanted) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="camera"' }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'multipart/x-mixed-replace; boundary=frame' });
    let sent = 0;
    const timer = setInterval(() => {
      if (options.once && sent >= pictures.length) return;
      const picture = pictures[sent++ % pictures.length] ?? new Uint8Array();
      response.write(`--frame\r\nContent-Type: image/jpeg\r\nContent-Length: ${picture.length}\r\n\r\n`);
      response.write(picture);
      response.write('\r\n');
    }, intervalMs);
    response.on('close', () => clearInterval(timer));
  });
  const loopback = await onLoopback(server);
  return {
    url: `http://${loopback.host}/video.mjpg`,
    [Symbol.asyncDispose]: () => loopback[Symbol.asyncDispose](),
  };
}
