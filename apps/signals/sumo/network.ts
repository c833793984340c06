import type { Attributes } from './read-xml.ts';
import { readXml } from './read-xml.ts';
import { SumoError } from './sumo-error.ts';

/** A lane of SUMO's network. Lengths in metres, speeds in metres a second. */
export interface NetworkLane {
  readonly id: string;
  readonly edge: string;
  readonly length: number;
  readonly speed: number;
  /** Whether it is for people on foot alone. */
  readonly isFootpath: boolean;
}

/** An edge: roads, and what lies inside junctions (`internal`, `crossing`, `walkingarea`). */
export interface NetworkEdge {
  readonly id: string;
  readonly function: string;
  /** Junction at its end; of inner edges the junction that they lie in. */
  readonly to: string;
  readonly lanes: readonly string[];
}

/** A way from a lane to the next. */
export interface Connection {
  readonly from: string;
  readonly to: string;
  /** The lane inside the junction, where there is one. */
  readonly via: string | null;
  /** SUMO's letter: s, l, L, r, R, t, … */
  readonly direction: string;
  /** The signal that controls it and its place in the signal's state; null where none does. */
  readonly signal: { readonly id: string; readonly link: number } | null;
}

/** A phase of a signal's programme. */
export interface Phase {
  readonly duration: number;
  readonly state: string;
  readonly minimum: number | null;
}

export interface Programme {
  readonly signal: string;
  readonly offset: number;
  readonly phases: readonly Phase[];
}

/** A junction and who crosses whom in it. */
export interface NetworkJunction {
  readonly id: string;
  readonly type: string;
  readonly position: readonly [number, number];
  readonly incoming: readonly string[];
  /** `foes[i]` has a "1" at j, counted from the right, where connections i and j cross or merge. */
  readonly foes: readonly string[];
  /** The same for those that connection i has to give way to. */
  readonly response: readonly string[];
}

export interface Network {
  /** Whether people drive on the left. */
  readonly isLeftHand: boolean;
  readonly lanes: ReadonlyMap<string, NetworkLane>;
  readonly edges: ReadonlyMap<string, NetworkEdge>;
  readonly connections: readonly Connection[];
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly junctions: ReadonlyMap<string, NetworkJunction>;
}

type JunctionDraft = NetworkJunction & { readonly foes: string[]; readonly response: string[] };

interface Draft {
  readonly lanes: Map<string, NetworkLane>;
  readonly edges: Map<string, NetworkEdge & { readonly lanes: string[] }>;
  readonly connections: Connection[];
  readonly programmes: Map<string, Programme & { readonly phases: Phase[] }>;
  readonly junctions: Map<string, JunctionDraft>;
  isLeftHand: boolean;
  root: string | null;
}

/**
 * Reads what signal control needs of a network, and the programmes of additional files, of which the last one of a signal
 * counts as it does for SUMO.
 * @throws SumoError `XML_BROKEN`, `NETWORK_INVALID`, `SCENARIO_INCOMPLETE`
 */
export async function readNetwork(file: string, additional: readonly string[] = []): Promise<Network> {
  const draft: Draft = {
    lanes: new Map(),
    edges: new Map(),
    connections: [],
    programmes: new Map(),
    junctions: new Map(),
    isLeftHand: false,
    root: null,
  };
  await readXml(file, networkHandler(draft));
  if (draft.root !== 'net' || draft.edges.size === 0)
    throw new SumoError('NETWORK_INVALID', `${file.split('/').at(-1)} is no network of SUMO.`);
  for (const other of additional) await readXml(other, programmeHandler(draft));
  return draft;
}

function networkHandler(draft: Draft) {
  const programmes = programmeHandler(draft);
  let edge: (NetworkEdge & { readonly lanes: string[] }) | null = null;
  let junction: JunctionDraft | null = null;
  return {
    open(name: string, attributes: Attributes): void {
      draft.root ??= name;
      switch (name) {
        case 'net':
          draft.isLeftHand = attributes.lefthand === 'true' || attributes.lefthand === '1';
          break;
        case 'edge':
          edge = edgeOf(attributes);
          draft.edges.set(edge.id, edge);
          break;
        case 'lane':
          if (!edge) break;
          edge.lanes.push(need(attributes, 'id', name));
          draft.lanes.set(need(attributes, 'id', name), laneOf(attributes, edge.id));
          break;
        case 'connection':
          draft.connections.push(connectionOf(attributes));
          break;
        case 'junction':
          junction = junctionOf(attributes);
          draft.junctions.set(junction.id, junction);
          break;
        case 'request':
          if (!junction) break;
          junction.foes[numberOf(attributes, 'index', name)] = need(attributes, 'foes', name);
          junction.response[numberOf(attributes, 'index', name)] = attributes.response ?? '';
          break;
        default:
          programmes.open(name, attributes);
      }
    },
    close(name: string): void {
      if (name === 'edge') edge = null;
      else if (name === 'junction') junction = null;
      else programmes.close(name);
    },
  };
}

function programmeHandler(draft: Draft) {
  let programme: (Programme & { readonly phases: Phase[] }) | null = null;
  return {
    open(name: string, attributes: Attributes): void {
      if (name === 'tlLogic') {
        const offset = attributes.offset === undefined ? 0 : numberOf(attributes, 'offset', name);
        programme = { signal: need(attributes, 'id', name), offset, phases: [] };
      } else if (name === 'phase' && programme) {
        const duration = numberOf(attributes, 'duration', name);
        const minimum = attributes.minDur === undefined ? null : numberOf(attributes, 'minDur', name);
        programme.phases.push({ duration, state: need(attributes, 'state', name), minimum });
      }
    },
    close(name: string): void {
      if (name !== 'tlLogic' || !programme) return;
      if (programme.phases.length > 0) draft.programmes.set(programme.signal, programme);
      programme = null;
    },
  };
}

function edgeOf(attributes: Attributes): NetworkEdge & { readonly lanes: string[] } {
  const id = need(attributes, 'id', 'edge');
  // ":JUNCTION_3": what lies inside a junction names it.
  const to = attributes.to ?? id.replace(/^:/, '').replace(/_[^_]*$/, '');
  return { id, function: attributes.function ?? 'normal', to, lanes: [] };
}

function laneOf(attributes: Attributes, edge: string): NetworkLane {
  const allow = attributes.allow?.trim();
  return {
    id: need(attributes, 'id', 'lane'),
    edge,
    length: numberOf(attributes, 'length', 'lane'),
    speed: numberOf(attributes, 'speed', 'lane'),
    isFootpath: allow === 'pedestrian',
  };
}

function connectionOf(attributes: Attributes): Connection {
  const lane = (edge: 'from' | 'to') =>
    `${need(attributes, edge, 'connection')}_${need(attributes, `${edge}Lane`, 'connection')}`;
  const { tl, via, dir } = attributes;
  return {
    from: lane('from'),
    to: lane('to'),
    via: via ?? null,
    direction: dir ?? 's',
    signal:
      tl === undefined || tl === ''
        ? null
        : { id: tl, link: numberOf(attributes, 'linkIndex', 'connection') },
  };
}

function junctionOf(attributes: Attributes): JunctionDraft {
  return {
    id: need(attributes, 'id', 'junction'),
    type: attributes.type ?? '',
    position: [numberOf(attributes, 'x', 'junction'), numberOf(attributes, 'y', 'junction')],
    incoming: (attributes.incLanes ?? '').split(' ').filter((lane) => lane !== ''),
    foes: [],
    response: [],
  };
}

function need(attributes: Attributes, name: string, element: string): string {
  const value = attributes[name];
  if (value !== undefined) return value;
  throw new SumoError('NETWORK_INVALID', `The network has a ${element} without ${name}.`);
}

function numberOf(attributes: Attributes, name: string, element: string): number {
  const text = need(attributes, name, element);
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new SumoError('NETWORK_INVALID', `The network has a ${element} whose ${name} is "${text}".`);
}
