import type { Position } from '@amaan/contracts/geometry';
import type { SceneRuleInput } from '@amaan/contracts/scene-rule';
import type { TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import type { Stage } from './stage.ts';

/** What is known of a demo camera before its film is rendered. */
export interface ScenePlan {
  /** Name of its file without the ending. */
  readonly slug: string;
  readonly name: string;
  readonly nameUr: string;
  readonly position: Position;
  readonly rules: readonly SceneRuleInput[];
  /** Whether its vehicles carry plates that can be read. */
  readonly readsPlates: boolean;
  /** The lanes that traffic is measured in. */
  readonly traffic: TrafficViewInput;
  prepare(seed: number): Promise<Stage>;
}

/** A rendered demo camera: a film that loops, and rules that fit what it shows. */
export interface DemoScene {
  readonly name: string;
  readonly nameUr: string;
  /** Path of the film. */
  readonly file: string;
  readonly position: Position;
  readonly rules: readonly SceneRuleInput[];
  readonly readsPlates: boolean;
  readonly traffic: TrafficViewInput;
}
