import type { Bus } from '@amaan/bus/bus';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import type { JunctionDetails } from '@amaan/contracts/traffic/junction-record';
import {
  NetworkAnswer,
  type NetworkRequest,
  SIGNAL_SUBJECTS,
} from '@amaan/contracts/traffic/signal-messages';
import type { JunctionImport, SignalNetwork, SignalNetworkQuery } from '@amaan/contracts/traffic/what-if';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { insertNetwork, listNetworks } from '@amaan/store/signals/signal-networks';
import { coversSite, type Principal } from '../access/decide.ts';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import type { JunctionService } from './junction-service.ts';
import type { SignalChanges } from './signal-changes.ts';
import { signalActor, signalEntry } from './signal-entry.ts';

export interface NetworkServiceOptions {
  readonly db: Database;
  readonly bus: Pick<Bus, 'request'>;
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly junctions: Pick<JunctionService, 'create'>;
  readonly changes: SignalChanges;
  readonly now: () => number;
}

/** Reading a large network may take the process some seconds. */
const READING_MS = 60_000;

/** SUMO networks: junctions are taken over from them, and replays run in them. */
export class NetworkService {
  readonly #options: NetworkServiceOptions;

  constructor(options: NetworkServiceOptions) {
    this.#options = options;
  }

  async list({ sites }: Principal): Promise<SignalNetwork[]> {
    return (await listNetworks(this.#options.db, sites)).map(({ digest: _, ...network }) => network);
  }

  /**
   * Keeps a network, after the process of signal control has read it.
   * @throws NotFoundError `SITE_NOT_FOUND`; HttpError 422 with the reader's code and sentence, 503 `SIGNALS_NOT_RUNNING`
   */
  async add({ siteId, name }: SignalNetworkQuery, xml: Uint8Array, by: Principal): Promise<SignalNetwork> {
    if (!coversSite(by.sites, siteId)) throw new NotFoundError('site');
    const { junctions } = await this.#read(await this.#options.objects.put(xml));
    const listed = junctions.map(({ id, lanes, problem }) => ({ id, lanes, problem }));
    return this.keep({ siteId, name }, xml, listed, by);
  }

  /** Keeps a network whose junctions are known. */
  async keep(
    { siteId, name }: SignalNetworkQuery,
    xml: Uint8Array,
    junctions: SignalNetwork['junctions'],
    by: Principal,
  ): Promise<SignalNetwork> {
    const { db, objects, changes, now } = this.#options;
    const digest = await objects.put(xml);
    const network: SignalNetwork = {
      ...{ id: newIdentifier(), siteId, name, bytes: xml.length, addedAt: instantOf(now()) },
      ...{ addedBy: by.name, junctions },
    };
    await changeInLedger(db, async (tx) => {
      await insertNetwork(tx, { ...network, digest });
      const data = { digest, junctions: junctions.length };
      const subject = `signal-network:${network.id}`;
      const entry = signalEntry('signal-network.added', subject, now(), signalActor(by), data);
      return { result: undefined, entries: [entry] };
    });
    changes.told();
    return network;
  }

  /**
   * Takes a junction over from a network, with the plan and limits that the network gives it.
   * @throws NotFoundError `SIGNAL_NETWORK_NOT_FOUND`, `JUNCTION_NOT_FOUND`; ConflictError `JUNCTION_UNREADABLE`;
   *   HttpError 422, 503 `SIGNALS_NOT_RUNNING`
   */
  async import(input: JunctionImport, by: Principal): Promise<JunctionDetails> {
    const { networkId, junction, name, note } = input;
    const network = await this.#require(networkId, by);
    const found = (await this.#read(network.digest)).junctions.find(({ id }) => id === junction);
    if (found === undefined) throw new NotFoundError('junction');
    if (found.definition === null)
      throw new ConflictError('JUNCTION_UNREADABLE', found.problem ?? 'This junction cannot be taken over.');
    return this.#options.junctions.create(
      { siteId: network.siteId, definition: { ...found.definition, name }, networkId, note },
      by,
      { networkId, junction },
    );
  }

  async #require(id: Identifier, { sites }: Principal) {
    const [network] = await listNetworks(this.#options.db, sites, id);
    if (network === undefined) throw new NotFoundError('signal network');
    return network;
  }

  async #read(digest: NetworkRequest['digest']): Promise<NetworkAnswer> {
    try {
      const request: NetworkRequest = { digest };
      return NetworkAnswer.parse(
        await this.#options.bus.request(SIGNAL_SUBJECTS.network, request, READING_MS),
      );
    } catch (error) {
      if (!(error instanceof AmaanError)) throw error;
      if (error.code === 'BUS_NO_RESPONDER' || error.code === 'BUS_TIMEOUT')
        throw new HttpError(
          503,
          'SIGNALS_NOT_RUNNING',
          'The process of signal control does not answer, so the network was not read; nothing was kept. Try again in a minute.',
        );
      throw new HttpError(422, error.code, error.message, { cause: error });
    }
  }
}
