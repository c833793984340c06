import { RegistryEntry, RegistryError, type VehicleRegistry } from './registry-entry.ts';

const TIMEOUT_MS = 3_000;
const KEPT_MS = 6 * 60 * 60_000;
const MOST_KEPT = 100_000;
/** After a failure nobody is asked for so long: a registry that is down is not asked for every vehicle. */
const PAUSE_MS = 30_000;
/** An answer about one vehicle is a few hundred bytes. */
const LARGEST_ANSWER_BYTES = 64 * 1024;

/**
 * A registry behind HTTP: `GET` of an address with `{plate}` in it answers JSON as `RegistryEntry`, or 404. Answers
 * are kept for six hours.
 */
export class HttpVehicleRegistry implements VehicleRegistry {
  readonly #address: string;
  readonly #timeoutMs: number;
  readonly #now: () => number;
  readonly #answers = new Map<string, { readonly entry: RegistryEntry | null; readonly until: number }>();
  readonly #asking = new Map<string, Promise<RegistryEntry | null>>();
  #pausedUntil = 0;

  constructor(address: string, options: { readonly timeoutMs?: number; readonly now?: () => number } = {}) {
    if (!address.includes('{plate}') || !URL.canParse(address.replace('{plate}', 'X')))
      throw new RegistryError(
        'REGISTRY_CONFIGURATION',
        'The address of the vehicle registry has no {plate} in it.',
      );
    this.#address = address;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.#now = options.now ?? Date.now;
  }

  peek(plate: string): RegistryEntry | null | undefined {
    const kept = this.#answers.get(plate);
    return kept !== undefined && kept.until > this.#now() ? kept.entry : undefined;
  }

  async lookup(plate: string): Promise<RegistryEntry | null> {
    const known = this.peek(plate);
    if (known !== undefined) return known;
    if (this.#pausedUntil > this.#now())
      throw new RegistryError('REGISTRY_UNREADABLE', 'The vehicle registry did not answer a moment ago.');
    const asking = this.#asking.get(plate) ?? this.#ask(plate).finally(() => this.#asking.delete(plate));
    this.#asking.set(plate, asking);
    return asking;
  }

  async #ask(plate: string): Promise<RegistryEntry | null> {
    try {
      const response = await fetch(this.#address.replace('{plate}', encodeURIComponent(plate)), {
        headers: { accept: 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(this.#timeoutMs),
      });
      if (response.status !== 404 && !response.ok) throw new Error(`it answered ${response.status}`);
      const entry = response.status === 404 ? null : RegistryEntry.parse(JSON.parse(await textOf(response)));
      for (const oldest of this.#answers.keys()) {
        if (this.#answers.size < MOST_KEPT) break;
        this.#answers.delete(oldest);
      }
      this.#answers.set(plate, { entry, until: this.#now() + KEPT_MS });
      return entry;
    } catch (error) {
      this.#pausedUntil = this.#now() + PAUSE_MS;
      throw new RegistryError('REGISTRY_UNREADABLE', 'The vehicle registry cannot be asked now.', {
        cause: error,
      });
    }
  }
}

async function textOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > LARGEST_ANSWER_BYTES) throw new Error('its answer is too large for one vehicle');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
