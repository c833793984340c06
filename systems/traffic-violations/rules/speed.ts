import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import type { EnforcementRuleOf } from '@amaan/contracts/violations/enforcement';
import { SPEED_WINDOW_SECONDS, speedOnGround } from '@amaan/road/measuring/speed-on-ground';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';
import { FootPassage, lineCrossed, type Passage } from '../detection/passage.ts';
import {
  type Finding,
  isFor,
  type RuleContext,
  type RuleWatch,
  type WatchMoment,
} from '../detection/rule-watch.ts';
import { violationBase } from '../detection/violation-base.ts';
import type { WatchedVehicle } from '../detection/watched-vehicle.ts';
import { exceedsLimit, speedEvidence } from '../speed/speed-evidence.ts';
import { trafficViolations } from '../system.ts';

interface Crossed {
  readonly vehicle: WatchedVehicle;
  readonly laneId: LaneId;
  readonly passage: Passage;
}

/** Speed at the counting line of a lane, by places on the calibrated ground. */
export class SpeedWatch implements RuleWatch {
  readonly #rule: EnforcementRuleOf<'speed'>;
  readonly #context: RuleContext;
  readonly #lines = new TrackMemory<ReadonlyMap<LaneId, FootPassage>>();
  #crossed: Crossed[] = [];

  constructor(rule: EnforcementRuleOf<'speed'>, context: RuleContext) {
    this.#rule = rule;
    this.#context = context;
  }

  step(vehicles: readonly WatchedVehicle[], moment: WatchMoment): Finding[] {
    for (const vehicle of vehicles) this.#follow(vehicle, moment);
    this.#lines.forget(moment.seconds);
    const isOver = ({ passage }: Crossed) => moment.seconds - passage.seconds > SPEED_WINDOW_SECONDS;
    const over = this.#crossed.filter(isOver);
    this.#crossed = this.#crossed.filter((crossed) => !isOver(crossed));
    return over.flatMap((crossed) => this.#judge(crossed, moment));
  }

  #follow(vehicle: WatchedVehicle, { seconds }: WatchMoment): void {
    const { lanes, plane } = this.#context;
    const lines = this.#lines.recall(
      vehicle.track,
      seconds,
      () =>
        new Map(
          this.#rule.laneIds.flatMap((id): [LaneId, FootPassage][] => {
            const lane = lanes.get(id);
            if (!lane) return [];
            const { countingLine } = lane.lane;
            const { margin } = trafficViolations.thresholds;
            return [[id, new FootPassage(countingLine, lane.forwardOver(countingLine), plane, margin)]];
          }),
        ),
    );
    for (const [laneId, line] of lines) {
      const passage = line.step(vehicle);
      if (passage && isFor(this.#rule, vehicle)) this.#crossed.push({ vehicle, laneId, passage });
    }
  }

  #judge({ vehicle, laneId, passage }: Crossed, { unixOf, capturedAt }: WatchMoment): Finding[] {
    const lane = this.#context.lanes.get(laneId)!;
    const drop = (reason: Parameters<RuleContext['drop']>[1]) => {
      this.#context.drop(this.#rule, reason, capturedAt);
      return [];
    };
    if (lane.ground === null) return drop('not-calibrated');
    const measured = speedOnGround(lane, vehicle.trajectory, passage.seconds);
    if (measured === null) return [];
    const error = Math.hypot(measured.noise, measured.bias);
    const speed = speedEvidence(measured.kmh, error, 'ground', this.#rule, vehicle.class);
    const exceeds = exceedsLimit(speed);
    if (exceeds === false) return [];
    const { classShare, mostSpeedErrorKmh } = trafficViolations.thresholds;
    if (exceeds === 'unsure' || error > mostSpeedErrorKmh) return drop('speed-uncertain');
    const hasClassLimits = Object.keys(this.#rule.classLimitsKmh).length > 0;
    if (hasClassLimits && vehicle.shareOf([vehicle.class]) < classShare) return drop('class-unsure');
    const from = Math.max(vehicle.first.seconds, passage.seconds - SPEED_WINDOW_SECONDS);
    const to = Math.min(vehicle.last.seconds, passage.seconds + SPEED_WINDOW_SECONDS);
    const doubt = vehicle.doubt(from, to, trafficViolations.settings.longestGapSeconds);
    if (doubt) return drop(doubt);
    return [
      {
        ruleId: this.#rule.id,
        sight: vehicle.sightAt(passage.seconds),
        tracks: vehicle.tracks,
        violation: {
          ...violationBase(vehicle, laneId, this.#context),
          kind: 'speed',
          crossing: lineCrossed(passage, unixOf),
          speed,
        },
      },
    ];
  }
}
