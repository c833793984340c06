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

  /** @throws AmaanError with the code and the sentence of the server's problem details. */
  async #request(method: string, path: string, body?: unknown): Promise<unknown> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.#token}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(new URL(path, this.#url), {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    }).catch((cause: unknown) => {
      throw new AmaanError('SERVER_UNREACHABLE', `The server at ${this.#url} does not answer.`, { cause });
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer;
    const problem = Problem.safeParse(answer);
    if (!problem.success) {
      throw new AmaanError('SERVER_ANSWER', `The server answered ${response.status} to ${method} ${path}.`);
    }
    throw new AmaanError(problem.data.code, problem.data.detail);
  }
}
