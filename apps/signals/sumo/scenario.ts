import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readXml } from './read-xml.ts';
import { SumoError } from './sumo-error.ts';

/** A SUMO scenario: what its configuration names, with absolute paths. */
export interface Scenario {
  /** The configuration's file; null for a folder that has a network and demand but no configuration. */
  readonly configuration: string | null;
  readonly network: string;
  readonly routes: readonly string[];
  readonly additional: readonly string[];
  /** Seconds of the simulation's clock. */
  readonly begin: number;
  /** Null: until nobody drives any more. */
  readonly end: number | null;
}

/** Options of SUMO by the names that a configuration may use for them. */
const NAMES: Readonly<Record<string, string>> = {
  n: 'net-file',
  net: 'net-file',
  r: 'route-files',
  a: 'additional-files',
  additional: 'additional-files',
  b: 'begin',
  e: 'end',
};

/**
 * Finds a folder's scenario: its one `.sumocfg`, or of several the one that is named like the folder. A folder without any, as
 * some of RESCO's are, is run with its one network and its demand, of numbered ones the first, until nobody drives any more.
 * @param path a folder, or a configuration's file
 * @throws SumoError `SCENARIO_NOT_FOUND`, `SCENARIO_INCOMPLETE`, `CONFIGURATION_INVALID`, `DEMAND_MISSING`, `XML_BROKEN`
 */
export async function findScenario(path: string): Promise<Scenario> {
  const configuration = await findConfiguration(path);
  if (configuration === null) return await bareScenario(path);
  const options = new Map<string, string>();
  let root: string | null = null;
  await readXml(configuration, {
    open(name, { value, v }) {
      root ??= name;
      const given = value ?? v;
      if (given !== undefined) options.set(NAMES[name] ?? name, given);
    },
  });
  const name = basename(configuration);
  if (root !== 'configuration' && root !== 'sumoConfiguration' && options.size === 0)
    throw new SumoError('CONFIGURATION_INVALID', `${name} is no configuration of SUMO.`);
  const files = (option: string) => filesOf(options.get(option), dirname(configuration), name);
  const network = files('net-file')[0];
  if (network === undefined)
    throw new SumoError('CONFIGURATION_INVALID', `${name} names no network (net-file).`);
  const routes = files('route-files');
  const additional = files('additional-files');
  if (routes.length === 0 && additional.length === 0)
    throw new SumoError('DEMAND_MISSING', `${name} names no demand (route-files): nobody would drive.`);
  const begin = secondsOf(options.get('begin'), name) ?? 0;
  const end = secondsOf(options.get('end'), name);
  return {
    configuration,
    network,
    routes,
    additional,
    begin,
    // SUMO takes a negative end for none.
    end: end === null || end < 0 ? null : end,
  };
}

/** The configuration's file; null where a folder has none but a network. */
async function findConfiguration(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new SumoError('SCENARIO_NOT_FOUND', `There is no folder ${path}.`);
  if (found.isFile()) return resolve(path);
  const all = await readdir(path);
  const files = all.filter((name) => name.endsWith('.sumocfg'));
  const named = `${basename(resolve(path))}.sumocfg`;
  const chosen = files.length === 1 ? files[0] : files.find((name) => name === named);
  if (chosen !== undefined) return resolve(path, chosen);
  if (files.length === 0 && all.some((name) => NETWORK.test(name))) return null;
  throw new SumoError(
    'SCENARIO_NOT_FOUND',
    files.length === 0
      ? `${path} holds no scenario of SUMO (a file that ends with .sumocfg, or a network).`
      : `${path} holds ${files.length} scenarios and none is named ${named}; give the file of one.`,
  );
}

const NETWORK = /\.net\.xml(\.gz)?$/;
const DEMAND = /\.(rou|trips|flows?)\.xml(\.gz)?$/;
const ADDITIONAL = /\.add\.xml(\.gz)?$/;

async function bareScenario(path: string): Promise<Scenario> {
  const names = (await readdir(path)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const networks = names.filter((name) => NETWORK.test(name));
  const demands = names.filter((name) => DEMAND.test(name));
  if (networks.length > 1)
    throw new SumoError(
      'SCENARIO_NOT_FOUND',
      `${path} holds ${networks.length} networks and no .sumocfg that chooses one.`,
    );
  if (demands.length === 0)
    throw new SumoError('DEMAND_MISSING', `${path} holds no demand (.rou.xml): nobody would drive.`);
  // Numbered ones are episodes that stand for each other.
  const isSeries = demands.length > 1 && demands.every((name) => /_\d+\./.test(name));
  return {
    configuration: null,
    network: resolve(path, networks[0]!),
    routes: (isSeries ? demands.slice(0, 1) : demands).map((name) => resolve(path, name)),
    additional: names.filter((name) => ADDITIONAL.test(name)).map((name) => resolve(path, name)),
    begin: 0,
    end: null,
  };
}

function filesOf(list: string | undefined, folder: string, configuration: string): string[] {
  const names = (list ?? '').split(/[,;]/).map((name) => name.trim());
  return names
    .filter((name) => name !== '')
    .map((name) => {
      const file = resolve(join(folder, '.'), name.replaceAll('\\', '/'));
      if (existsSync(file)) return file;
      throw new SumoError('SCENARIO_INCOMPLETE', `${configuration} names ${name}, which is not there.`);
    });
}

/** A time as SUMO writes it: seconds, or [days:]hours:minutes:seconds. */
function secondsOf(text: string | undefined, configuration: string): number | null {
  if (text === undefined) return null;
  const parts = text.split(':').map(Number);
  const [seconds = Number.NaN, minutes = 0, hours = 0, days = 0] = parts.toReversed();
  const total = seconds + 60 * minutes + 3600 * hours + 86_400 * days;
  if (Number.isFinite(total) && text.trim() !== '') return total;
  throw new SumoError('CONFIGURATION_INVALID', `${configuration} gives the time "${text}", which is none.`);
}
