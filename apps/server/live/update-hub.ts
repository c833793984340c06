import { PassThrough } from 'node:stream';
import type { Identifier } from '@amaan/contracts/identifier';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { FastifyReply } from 'fastify';
import type { ProtectedAction } from '../access/actions.ts';
import { citizenDataSites, coversSite, decide, type Principal } from '../access/decide.ts';
import type { CameraSites } from '../cameras/camera-sites.ts';
import { maySeeMatch } from '../faces/matches/match-view.ts';

/** What somebody must be allowed to read to be told of an update. */
const ACTION_OF_UPDATE: Readonly<Record<LiveUpdate['type'], ProtectedAction>> = {
  'alert-raised': 'alert.read',
  'alert-changed': 'alert.read',
  'plate-read': 'plate.watch',
  'face-match': 'face-match.read',
  'face-matches-changed': 'face-match.read',
  'watchlists-changed': 'watchlist.read',
  'face-authorisations-changed': 'face-authorisation.read',
  'camera-status': 'camera.read',
  'cameras-changed': 'camera.read',
  'systems-changed': 'system.read',
  'incidents-changed': 'incident.read',
  'unmaskings-changed': 'unmask.read',
  'traffic-measured': 'traffic.read',
  'traffic-changed': 'traffic.read',
  'violations-changed': 'violation-case.read',
  'civic-tickets-changed': 'civic.read',
  signals: 'junction.read',
  'signals-changed': 'junction.read',
};

const HEARTBEAT_MS = 15_000;
/** A console that reads slower than this is cut off; it connects again and reads the present state. */
const LARGEST_BACKLOG_BYTES = 1024 * 1024;
/** Streams end after this long, so that a change of what somebody may know is noticed when it connects again. */
const LONGEST_STREAM_MS = 10 * 60_000;

/** Ties a stream to the session that asked for it; what it returns unties it. */
export type Hold = (end: () => void) => () => void;

interface Subscriber {
  readonly principal: Principal;
  readonly stream: PassThrough;
}

/** Pushes live updates to every console that listens (server-sent events, WHATWG HTML section 9.2). */
export class UpdateHub implements Disposable {
  readonly #subscribers = new Set<Subscriber>();
  readonly #siteOfCamera: CameraSites['siteOf'];
  readonly #heartbeat: NodeJS.Timeout;

  /** @param siteOfCamera for people who see the cameras of some sites only */
  constructor(siteOfCamera: CameraSites['siteOf']) {
    this.#siteOfCamera = siteOfCamera;
    this.#heartbeat = setInterval(() => {
      for (const subscriber of this.#subscribers) write(subscriber, ': still here\n\n');
    }, HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** How many consoles listen. */
  get size(): number {
    return this.#subscribers.size;
  }

  /** Answers a request with the stream of updates, which ends with the session that asked for it. */
  stream(principal: Principal, reply: FastifyReply, hold: Hold): FastifyReply {
    const stream = new PassThrough();
    const subscriber: Subscriber = { principal, stream };
    this.#subscribers.add(subscriber);
    const end = setTimeout(() => stream.end(), LONGEST_STREAM_MS);
    end.unref();
    const release = hold(() => stream.end());
    stream.once('close', () => {
      clearTimeout(end);
      release();
      this.#subscribers.delete(subscriber);
    });
    stream.write('retry: 2000\n\n');
    return reply
      .type('text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(stream);
  }

  /** Tells everybody who may know it, and each of them what belongs to their sites. */
  publish(update: LiveUpdate): void {
    const action = ACTION_OF_UPDATE[update.type];
    const whole = eventOf(update);
    for (const subscriber of this.#subscribers) {
      const { principal } = subscriber;
      if (!decide(principal, action).allowed) continue;
      const part = partWithin(update, principal, this.#siteOfCamera);
      if (part !== null) write(subscriber, part === update ? whole : eventOf(part));
    }
  }

  /**
   * Ends the streams that read for a case: it was closed, or somebody was taken off it. They connect again
   * without the purpose.
   * @param userId whose; left out: everybody's
   */
  endPurpose(caseId: Identifier, userId?: string): void {
    for (const { principal, stream } of this.#subscribers) {
      if (principal.purpose?.caseId === caseId && (userId ?? principal.id) === principal.id) stream.end();
    }
  }

  /** Ends every stream. */
  [Symbol.dispose](): void {
    clearInterval(this.#heartbeat);
    for (const { stream } of this.#subscribers) stream.end();
    this.#subscribers.clear();
  }
}

function eventOf(update: LiveUpdate): string {
  return `data: ${JSON.stringify(update)}\n\n`;
}

function write({ stream }: Subscriber, text: string): void {
  if (stream.writableLength > LARGEST_BACKLOG_BYTES) stream.destroy();
  else stream.write(text);
}

/** What of an update belongs to somebody's sites; null: nothing. */
function partWithin(
  update: LiveUpdate,
  principal: Principal,
  siteOfCamera: CameraSites['siteOf'],
): LiveUpdate | null {
  switch (update.type) {
    case 'alert-raised':
    case 'alert-changed':
      return coversSite(citizenDataSites(principal), update.alert.siteId) ? update : null;
    case 'plate-read':
      return coversSite(citizenDataSites(principal), update.sighting.siteId) ? update : null;
    case 'face-match':
      return maySeeMatch(update.match, principal) ? update : null;
    case 'traffic-measured': {
      const { sites } = principal;
      if (sites === 'all') return update;
      const cameras = update.cameras.filter((id) => sites.includes(siteOfCamera(id) ?? ''));
      return cameras.length === 0 ? null : { ...update, cameras };
    }
    case 'camera-status': {
      const { sites } = principal;
      if (sites === 'all') return update;
      const statuses = update.statuses.filter(({ cameraId }) => sites.includes(siteOfCamera(cameraId) ?? ''));
      return statuses.length === 0 ? null : { ...update, statuses };
    }
    case 'signals': {
      const { sites } = principal;
      if (sites === 'all') return update;
      const junctions = update.junctions.filter(({ siteId }) => sites.includes(siteId));
      return junctions.length === 0 ? null : { ...update, junctions };
    }
    default:
      return update;
  }
}
