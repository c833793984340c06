import type { Point } from '@amaan/contracts/geometry';
import type { JunctionDetails } from '@amaan/contracts/traffic/junction-record';
import type { TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import { EnforcementPlanInput } from '@amaan/contracts/violations/enforcement';
import { listCameras } from '@amaan/store/cameras';
import type { Logger } from 'pino';
import { RepeatedJob } from '../repeated-job.ts';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoPrincipal } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const ENGINEER = demoPrincipal(DEMO_PEOPLE.supervisor);
/** The rendered scene that is enforced, and the simulated junction whose signal stands in front of it. */
const SCENE = 'Gate 2';
const JUNCTION = 'Mall';
const LOOK_MS = 2_000;

/**
 * Enforces a red light on the demonstration's gate, by the simulated signal of the demonstration's junction: what its made-up
 * vehicles drive through is marked SIMULATED from the suspicion to the challan. The camera is added by the command line after
 * the start, so it is waited for; where anything was ever enforced on it, nothing is done.
 */
export class EnforceGate implements AsyncDisposable {
  readonly #context: Pick<DemoContext, 'db' | 'services'>;
  readonly #job: RepeatedJob;
  #isDone = false;

  constructor(context: Pick<DemoContext, 'db' | 'services'> & { readonly logger: Logger }) {
    this.#context = context;
    this.#job = new RepeatedJob({
      work: () => this.#look(),
      everyMs: LOOK_MS,
      failure: 'nothing is enforced in the demonstration yet; tried again',
      logger: context.logger,
    });
  }

  start(): void {
    this.#job.start();
  }

  /** One look; tests call it. */
  run(): Promise<void> {
    return this.#job.run();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#job[Symbol.asyncDispose]();
  }

  async #look(): Promise<void> {
    if (this.#isDone) return;
    const { db, services } = this.#context;
    const camera = (await listCameras(db)).find(({ name }) => name.startsWith(SCENE));
    if (camera === undefined) return;
    const { plans } = services.enforcement;
    const { view, history } = await plans.get(camera.id, ENGINEER);
    const [lane] = view?.lanes ?? [];
    if (view === null || lane === undefined) return;
    this.#isDone = true;
    const junction = (await services.signals.junctions.list(ENGINEER)).find(({ name }) =>
      name.includes(JUNCTION),
    );
    if (history.length > 0 || lane.stopLine === null || junction === undefined) return;
    const { definition } = await services.signals.junctions.get(junction.id, ENGINEER);
    const plan = EnforcementPlanInput.parse({
      name: `${SCENE} (SIMULATED signal)`,
      view: { id: view.id, version: view.version },
      rules: [
        {
          ...{ id: 'red-light', kind: 'red-light', name: 'Red light (SIMULATED)', laneIds: [lane.id] },
          ...{ entry: lane.countingLine, exits: [between(lane, lane.stopLine)] },
          signal: { from: 'controller', junctionId: junction.id, group: greenest(definition) },
        },
      ],
    });
    await plans.save(camera.id, { plan, seen: 0, note: DEMO_STATEMENT }, ENGINEER);
  }
}

/** The group that the fixed plan gives most green: the made-up drivers know nothing of the signal, and most shall be lawful. */
function greenest({ groups, stages, fixedPlan }: JunctionDetails['definition']): string | undefined {
  const secondsOf = (group: string) =>
    fixedPlan.steps
      .filter(({ stage }) => stages.find(({ id }) => id === stage)?.green.includes(group))
      .reduce((sum, { green }) => sum + green, 0);
  const vehicles = groups.filter(({ kind }) => kind === 'vehicle').map(({ id }) => id);
  return vehicles.toSorted((a, b) => secondsOf(b) - secondsOf(a))[0];
}

/** Halfway from where vehicles count to where they wait: they drive over it before they stop. */
function between({ countingLine: [a, b] }: TrafficLane, [c, d]: readonly [Point, Point]): [Point, Point] {
  const middle = (p: Point, q: Point): Point => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
  return [middle(a, c), middle(b, d)];
}
