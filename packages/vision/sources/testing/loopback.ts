import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';

export interface Loopback extends AsyncDisposable {
  /** `127.0.0.1:PORT` */
  readonly host: string;
}

/** Lets a server listen on any free port of loopback; disposing it also ends its connections. */
export async function onLoopback(server: Server): Promise<Loopback> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
