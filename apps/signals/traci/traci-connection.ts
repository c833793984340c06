import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { RESULT } from './traci-codes.ts';
import { TraciError } from './traci-error.ts';

const RETRY_MS = 50;
/** Larger answers than this are no answers of the networks that this is for. */
const LARGEST_MESSAGE = 256 * 1024 * 1024;

interface Waiting {
  readonly resolve: (message: ByteReader) => void;
  readonly reject: (error: TraciError) => void;
}

/**
 * The transport of TraCI: messages of commands over TCP, one under way at a time, each answered by one message.
 * A message is its length in four bytes (big-endian, itself included) and commands.
 */
export class TraciConnection implements AsyncDisposable {
  readonly #socket: Socket;
  #chunks: Buffer[] = [];
  #received = 0;
  #waiting: Waiting | null = null;
  #lost: TraciError | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    // Each step is one small message and its answer: waiting for more to send would cost 40 ms a step.
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('close', () => this.#lose('SUMO closed the connection.'));
    socket.on('error', (cause) => this.#lose('The connection to SUMO broke.', cause));
  }

  /**
   * Connects to a SUMO that may still be starting.
   * @param signal gives up when it is aborted (SUMO ended, or it took too long).
   * @throws TraciError `TRACI_CONNECTION_LOST`
   */
  static async open(port: number, signal: AbortSignal): Promise<TraciConnection> {
    for (;;) {
      const socket = connect({ port, host: '127.0.0.1' });
      try {
        await once(socket, 'connect', { signal });
        return new TraciConnection(socket);
      } catch (cause) {
        socket.destroy();
        if (signal.aborted)
          throw new TraciError('TRACI_CONNECTION_LOST', 'SUMO did not open its control port.', { cause });
        await wait(RETRY_MS);
      }
    }
  }

  /**
   * Sends commands in one message and reads its answer, which begins with the status of the first command.
   * @throws TraciError `TRACI_CONNECTION_LOST`, `TRACI_MALFORMED`
   */
  async exchange(commands: readonly TraciCommand[]): Promise<ByteReader> {
    if (this.#lost) throw this.#lost;
    if (this.#waiting) throw new Error('One message at a time.');
    const body = Buffer.concat(commands.map(encodeCommand));
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    const answer = new Promise<ByteReader>((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
    this.#socket.write(Buffer.concat([length, body]));
    return await answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#socket.closed) return;
    const closed = once(this.#socket, 'close');
    this.#socket.destroy();
    await closed;
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#received += chunk.length;
    if (this.#received < 4) return;
    if (this.#chunks[0]!.length < 4) this.#chunks = [Buffer.concat(this.#chunks)];
    const length = this.#chunks[0]!.readInt32BE(0);
    if (length < 4 || length > LARGEST_MESSAGE) {
      this.#lose('SUMO sent a message of an impossible length.');
      return;
    }
    if (this.#received < length) return;
    const bytes = Buffer.concat(this.#chunks);
    this.#chunks = [];
    this.#received = 0;
    const waiting = this.#waiting;
    if (bytes.length > length || !waiting) {
      this.#lose('SUMO sent more than it was asked for.');
      return;
    }
    this.#waiting = null;
    waiting.resolve(new ByteReader(bytes.subarray(4)));
  }

  #lose(message: string, cause?: unknown): void {
    this.#lost ??= new TraciError('TRACI_CONNECTION_LOST', message, { cause });
    this.#socket.destroy();
    this.#waiting?.reject(this.#lost);
    this.#waiting = null;
  }
}

/** A command: its number and what it holds. */
export interface TraciCommand {
  readonly id: number;
  readonly content: ByteWriter;
}

/**
 * Reads the status that answers a command.
 * @throws TraciError `TRACI_REFUSED` with SUMO's own reason.
 */
export function readStatus(answer: ByteReader): void {
  const status = answer.command();
  const command = status.byte();
  const result = status.byte();
  const reason = status.text();
  if (result === RESULT.ok) return;
  throw new TraciError(
    'TRACI_REFUSED',
    `SUMO refused command 0x${command.toString(16)}: ${reason || 'no reason given'}.`,
  );
}

function encodeCommand({ id, content }: TraciCommand): Buffer {
  const bytes = content.bytes();
  const isLong = bytes.length + 2 > 255;
  const head = new ByteWriter();
  if (isLong) head.byte(0).int(bytes.length + 6);
  else head.byte(bytes.length + 2);
  return Buffer.concat([head.byte(id).bytes(), bytes]);
}
