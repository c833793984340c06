import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Two one-way roads that cross, from west to east and from south to north. Link 0 is the first's, link 1 the second's. */
export const PHASES =
  '<phase duration="20" state="Gr"/><phase duration="3" state="yr"/><phase duration="2" state="rr"/>' +
  '<phase duration="15" state="rG"/><phase duration="3" state="ry"/><phase duration="2" state="rr"/>';

/** The network of the two roads. */
export function crossingNetwork(phases = PHASES): string {
  const edge = (id: string, from: string, to: string, shape: string) =>
    `<edge id="${id}" from="${from}" to="${to}" priority="1"><lane id="${id}_0" index="0" speed="13.89" length="195.00" shape="${shape}"/></edge>`;
  const end = (id: string, x: number, y: number, incoming: string) =>
    `<junction id="${id}" type="dead_end" x="${x}" y="${y}" incLanes="${incoming}" intLanes="" shape="${x},${y}"/>`;
  const way = (from: string, to: string, link: number) =>
    `<connection from="${from}" to="${to}" fromLane="0" toLane="0" tl="C" linkIndex="${link}" dir="s" state="o"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<net version="1.9" junctionCornerDetail="5" limitTurnSpeed="5.5">
  <location netOffset="0.00,0.00" convBoundary="-200.00,-200.00,200.00,200.00" origBoundary="-1,-1,1,1" projParameter="!"/>
  ${edge('west', 'W', 'C', '-200,0 -5,0')}
  ${edge('east', 'C', 'E', '5,0 200,0')}
  ${edge('south', 'S', 'C', '0,-200 0,-5')}
  ${edge('north', 'C', 'N', '0,5 0,200')}
  <tlLogic id="C" type="static" programID="0" offset="0">${phases}</tlLogic>
  <junction id="C" type="traffic_light" x="0" y="0" incLanes="west_0 south_0" intLanes="" shape="-5,-5 -5,5 5,5 5,-5">
    <request index="0" response="00" foes="10" cont="0"/>
    <request index="1" response="01" foes="01" cont="0"/>
  </junction>
  ${end('W', -200, 0, '')}${end('S', 0, -200, '')}${end('E', 200, 0, 'east_0')}${end('N', 0, 200, 'north_0')}
  ${way('west', 'east', 0)}${way('south', 'north', 1)}
</net>`;
}

/** A vehicle every few seconds on both roads. */
export const DEMAND = `<routes>
  <route id="we" edges="west east"/><route id="sn" edges="south north"/>
  <flow id="a" route="we" begin="100" end="400" period="4"/>
  <flow id="b" route="sn" begin="100" end="400" period="7"/>
</routes>`;

/** The configuration of the small scenario, with what a test wants otherwise in its input and times. */
export function configuration(
  input = '<net-file value="net.net.xml"/><route-files value="cars.rou.xml"/>',
  time = '<begin value="100"/><end value="500"/>',
): string {
  return `<configuration><input>${input}</input><time>${time}</time></configuration>`;
}

/** A folder with files of a scenario, gone when it is disposed of. */
export class ScenarioFolder implements AsyncDisposable {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** @param files by name; those of the small scenario are there unless others of their names are given */
  static async with(files: Readonly<Record<string, string | Buffer>> = {}): Promise<ScenarioFolder> {
    const folder = new ScenarioFolder(await mkdtemp(join(tmpdir(), 'amaan-scenario-')));
    const all = {
      'net.net.xml': crossingNetwork(),
      'cars.rou.xml': DEMAND,
      'small.sumocfg': configuration(),
      ...files,
    };
    for (const [name, content] of Object.entries(all)) await writeFile(join(folder.path, name), content);
    return folder;
  }

  file(name: string): string {
    return join(this.path, name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
