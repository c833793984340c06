import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { ByteWriter } from '../byte-writer.ts';

/** The status that answers a command. */
export function statusBytes(command: number, result = 0, reason = ''): Buffer {
  const body = new ByteWriter().byte(command).byte(result).text(reason).bytes();
  return Buffer.concat([new ByteWriter().byte(body.length + 1).bytes(), body]);
}

/** A command of an answer, with a length of one byte. */
export function commandBytes(content: ByteWriter): Buffer {
  const body = content.bytes();
  return Buffer.concat([new ByteWriter().byte(body.length + 1).bytes(), body]);
}

/** A message: its length and its parts. */
export function messageBytes(...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([new ByteWriter().int(body.length + 4).bytes(), body]);
}

/** A server that gives prepared bytes for each message that it is sent, and keeps what it was sent. */
export class FakeSumo implements AsyncDisposable {
  readonly received: Buffer[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly port: number;

  private constructor(server: Server) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  /** @param answers for the first message, the second, …; `null` closes the connection instead */
  static async start(answers: readonly (readonly Buffer[] | null)[]): Promise<FakeSumo> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const fake = new FakeSumo(server);
    const left = [...answers];
    server.on('connection', (socket) => {
      fake.#sockets.add(socket);
      let waiting = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        waiting = Buffer.concat([waiting, chunk]);
        while (waiting.length >= 4 && waiting.length >= waiting.readInt32BE(0)) {
          const length = waiting.readInt32BE(0);
          fake.received.push(waiting.subarray(4, length));
          waiting = waiting.subarray(length);
          const answer = left.shift();
          if (answer) for (const part of answer) socket.write(part);
          else socket.destroy();
        }
      });
    });
    return fake;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
