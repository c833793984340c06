import type { ReadableStream } from 'node:stream/web';
import { AmaanError, Problem } from '@amaan/contracts/problem';
import { findRunningDeployment } from './up/run-file.ts';

/** Talks to a server as this machine's own command line. */
export class ApiClient {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /**
   * The client of the deployment that runs in a data folder.
   * @throws AmaanError `NOT_RUNNING`.
   */
  static async ofDataFolder(folder: string): Promise<ApiClient> {
    const running = await findRunningDeployment(folder);
    if (!running?.url) {
      throw new AmaanError(
        'NOT_RUNNING',
        `Amaan does not run in ${folder}. Start it with ./amaan up, or name its folder with --data.`,
      );
    }
    return new ApiClient(running.url, running.localToken);
  }

  get(path: string): Promise<unknown> {
    return this.#request('GET', path);
  }

  post(path: string, body: unknown): Promise<unknown> {
    return this.#request('POST', path, body);
  }

  patch(path: string, body: unknown): Promise<unknown> {
    return this.#request('PATCH', path, body);
  }

  put(path: string, body: unknown): Promise<unknown> {
    return this.#request('PUT', path, body);
  }

  delete(path: string): Promise<unknown> {
    return this.#request('DELETE', path);
  }

  /** The body of an answer, as it comes. */
  async download(path: string): Promise<ReadableStream<Uint8Array>> {
    const { body } = await this.#send('GET', path);
    if (!body) throw new AmaanError('SERVER_ANSWER', `The server answered nothing to GET ${path}.`);
    return body;
  }

  async #request(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await this.#send(method, path, body);
    return response.status === 204 ? null : response.json();
  }

  /** @throws AmaanError with the code and the sentence of the server's problem details. */
  async #send(method: string, path: string, body?: unknown): Promise<Response> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.#token}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(new URL(path, this.#url), {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    }).catch((cause: unknown) => {
      throw new AmaanError('SERVER_UNREACHABLE', `The server at ${this.#url} does not answer.`, { cause });
    });
    if (response.ok) return response;
    const problem = Problem.safeParse(await response.json().catch(() => null));
    if (!problem.success) {
      throw new AmaanError('SERVER_ANSWER', `The server answered ${response.status} to ${method} ${path}.`);
    }
    throw new AmaanError(problem.data.code, problem.data.detail);
  }
}
