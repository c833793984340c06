import type { Point } from '@amaan/contracts/geometry';
import type { ObjectClass } from '@amaan/contracts/object-class';
import type { Priority, SceneRule } from '@amaan/contracts/scene-rule';
import type { RuleBody } from '../../../api/cameras.ts';
import type { DrawnShape } from '../../../picture/drawn-shape.ts';

/** A rule while it is drawn and filled in. */
export interface RuleDraft extends DrawnShape {
  /** The rule that is changed, or null for a new one. */
  readonly id: string | null;
  readonly shape: 'line' | 'zone';
  readonly name: string;
  readonly classes: readonly ObjectClass[];
  readonly alert: boolean;
  readonly priority: Priority;
  readonly directions: 'both' | 'forward' | 'backward';
  /** Seconds somebody must stay, or null when entering is enough. */
  readonly stay: number | null;
}

const DEFAULT_STAY_SECONDS = 30;

export function newDraft(shape: RuleDraft['shape']): RuleDraft {
  return {
    id: null,
    shape,
    points: [],
    closed: false,
    name: '',
    classes: [],
    alert: true,
    priority: 'medium',
    directions: 'both',
    stay: null,
  };
}

export function draftOf(rule: SceneRule): RuleDraft {
  const { id, name, classes, alert, priority } = rule;
  const common = { id, closed: true, name, classes, alert, priority };
  if (rule.kind === 'line') {
    return { ...common, shape: 'line', points: rule.line, directions: rule.directions, stay: null };
  }
  return {
    ...common,
    shape: 'zone',
    points: rule.zone,
    directions: 'both',
    stay: rule.kind === 'loitering' ? rule.seconds : null,
  };
}

/** What the server stores; the draft must be closed. */
export function bodyOf({ name, classes, alert, priority, points, ...draft }: RuleDraft): RuleBody {
  const common = { name: name.trim(), classes: [...classes], alert, priority };
  if (draft.shape === 'line') {
    return { ...common, kind: 'line', line: [points[0]!, points[1]!], directions: draft.directions };
  }
  const zone = points.map(([x, y]): Point => [x, y]);
  return draft.stay === null
    ? { ...common, kind: 'zone', zone }
    : { ...common, kind: 'loitering', zone, seconds: draft.stay };
}

export function withStay(draft: RuleDraft, stays: boolean): RuleDraft {
  return { ...draft, stay: stays ? (draft.stay ?? DEFAULT_STAY_SECONDS) : null };
}
