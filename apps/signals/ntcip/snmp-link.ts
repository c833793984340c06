import type { NtcipCredentials } from '@amaan/contracts/traffic/junction-record';
import snmp from 'net-snmp';
import { NtcipError } from './ntcip-error.ts';

export interface SnmpLinkOptions {
  readonly host: string;
  readonly port: number;
  readonly credentials: NtcipCredentials;
  /** How long each try waits; left out: 700. */
  readonly timeoutMs?: number;
  /** Tries after the first; left out: one. */
  readonly retries?: number;
}

/** An integer that is set. */
export interface Setting {
  readonly oid: string;
  readonly value: number;
}

const DEFAULT_TIMEOUT_MS = 700;
const DEFAULT_RETRIES = 1;

/**
 * SNMP with one controller, over UDP: version 1 with a community name, as NTCIP 1202 controllers speak it, or version 3
 * with SHA and AES (RFC 3414, RFC 3826). Every request ends within its time-outs.
 */
export class SnmpLink implements Disposable {
  readonly #session: snmp.Session;
  readonly #name: string;
  readonly #tries: number;
  /** What it may not know of us. */
  readonly #secret: string;

  constructor({ host, port, credentials, timeoutMs, retries }: SnmpLinkOptions) {
    this.#name = `The signal controller at ${host}:${port}`;
    this.#secret = credentials.version === 'v1' ? 'community name' : 'user or its keys';
    this.#tries = (retries ?? DEFAULT_RETRIES) + 1;
    const options = {
      port,
      timeout: timeoutMs ?? DEFAULT_TIMEOUT_MS,
      retries: retries ?? DEFAULT_RETRIES,
      backoff: 1,
    };
    this.#session =
      credentials.version === 'v1'
        ? snmp.createSession(host, credentials.community, { ...options, version: snmp.Version1 })
        : snmp.createV3Session(
            host,
            {
              name: credentials.user,
              level: snmp.SecurityLevel.authPriv,
              authProtocol: snmp.AuthProtocols.sha,
              authKey: credentials.authKey,
              privProtocol: snmp.PrivProtocols.aes,
              privKey: credentials.privKey,
            },
            { ...options, version: snmp.Version3 },
          );
    // Each request hears of its own error; the socket's would end the process.
    this.#session.on('error', () => undefined);
  }

  /** How sentences about it begin. */
  get name(): string {
    return this.#name;
  }

  /** Reads objects in one request. @throws NtcipError `NTCIP_NO_ANSWER`, `NTCIP_AUTHENTICATION`, `NTCIP_REFUSED` */
  get(oids: readonly string[]): Promise<(number | Buffer)[]> {
    return this.#ask((done) => this.#session.get([...oids], done));
  }

  /** Sets integers in one request: all of them or none. @throws NtcipError as `get` */
  async set(settings: readonly Setting[]): Promise<void> {
    const varbinds = settings.map(({ oid, value }) => ({ oid, type: snmp.ObjectType.Integer, value }));
    await this.#ask((done) => this.#session.set(varbinds, done));
  }

  [Symbol.dispose](): void {
    this.#session.close();
  }

  #ask(
    send: (done: (error: Error | null, varbinds?: snmp.Varbind[]) => void) => void,
  ): Promise<(number | Buffer)[]> {
    const { promise, resolve, reject } = Promise.withResolvers<(number | Buffer)[]>();
    try {
      send((error, varbinds = []) => {
        if (error) reject(this.#errorOf(error));
        else if (varbinds.some((varbind) => snmp.isVarbindError(varbind)))
          reject(new NtcipError('NTCIP_REFUSED', `${this.#name} does not have an object that it must have.`));
        else resolve(varbinds.map(({ value }) => (Buffer.isBuffer(value) ? value : Number(value))));
      });
    } catch (error) {
      reject(this.#errorOf(error instanceof Error ? error : new Error(String(error))));
    }
    return promise;
  }

  #errorOf(cause: Error): NtcipError {
    if (cause.name === 'RequestTimedOutError')
      return new NtcipError(
        'NTCIP_NO_ANSWER',
        `${this.#name} did not answer ${this.#tries} times: it is unreachable, switched off, or does not know the ${this.#secret}.`,
        { cause },
      );
    if (/digest|unknown user|security|authenticat|decrypt/i.test(cause.message))
      return new NtcipError(
        'NTCIP_AUTHENTICATION',
        `${this.#name} does not accept the user or the keys that are stored for it.`,
        { cause },
      );
    if (cause.name === 'RequestFailedError')
      return new NtcipError(
        'NTCIP_REFUSED',
        `${this.#name} refused a request (${cause.message}); it may not allow this or lacks the object.`,
        { cause },
      );
    return new NtcipError(
      'NTCIP_NO_ANSWER',
      `${this.#name} cannot be asked (${cause.message}); check its address.`,
      { cause },
    );
  }
}
