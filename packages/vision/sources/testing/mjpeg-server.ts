import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface MjpegServer extends AsyncDisposable {
  readonly url: string;
}

/**
 * A camera that sends JPEG pictures over HTTP (`multipart/x-mixed-replace`), in turn and for ever.
 *
 * @param intervalMs time from picture to picture
 * @param login `user:password` that it asks for
 */
export async function startMjpegServer(
  pictures: readonly Uint8Array[],
  intervalMs: number,
  login?: string,
): Promise<MjpegServer> {
  const server = createServer((request, response) => {
    const wanted = login && `Basic ${Buffer.from(login).toString('base64')}`;
    if (wanted && request.headers.authorization !== wanted) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="camera"' }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'multipart/x-mixed-replace; boundary=frame' });
    let sent = 0;
    const timer = setInterval(() => {
      const picture = pictures[sent++ % pictures.length] ?? new Uint8Array();
      response.write(`--frame\r\nContent-Type: image/jpeg\r\nContent-Length: ${picture.length}\r\n\r\n`);
      response.write(picture);
      response.write('\r\n');
    }, intervalMs);
    response.on('close', () => clearInterval(timer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/video.mjpg`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
