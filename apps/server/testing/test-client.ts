import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { App } from '../http/app.ts';

const HOST = 'amaan.test';

/** A browser that keeps its cookies and names its origin, on an app that does not listen. */
export class TestClient {
  readonly #app: App;
  readonly #cookies = new Map<string, string>();

  readonly #address: string | undefined;

  /** @param address where it connects from; left out: this machine, as all that name none */
  constructor(app: App, address?: string) {
    this.#app = app;
    this.#address = address;
  }

  /** What it sends as its `Cookie` header. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async request(
    method: NonNullable<InjectOptions['method']>,
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const response = await this.#app.inject({
      method,
      url,
      ...(this.#address !== undefined && { remoteAddress: this.#address }),
      headers: {
        host: HOST,
        origin: `http://${HOST}`,
        ...(this.#cookies.size > 0 && { cookie: this.cookie }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) this.#cookies.delete(name);
      else this.#cookies.set(name, encodeURIComponent(value));
    }
    return response;
  }

  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse> {
    return this.request('GET', url, undefined, headers);
  }

  post(url: string, payload?: object, headers?: Record<string, string>): Promise<LightMyRequestResponse> {
    return this.request('POST', url, payload, headers);
  }
}
