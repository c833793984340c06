import type { Point } from '@amaan/contracts/geometry';
import type { ObjectClass } from '@amaan/contracts/object-class';
import type { Priority, SceneRule } from '@amaan/contracts/scene-rule';
import type { RuleBody } from '../../../api/cameras.ts';

/** A rule while it is drawn and filled in. */
export interface RuleDraft {
  /** The rule that is changed, or null for a new one. */
  readonly id: string | null;
  readonly shape: 'line' | 'zone';
  /** Corners in fractions of the picture, in the order they were set. */
  readonly points: readonly Point[];
  /** Whether the shape is finished and only its corners are moved. */
  readonly closed: boolean;
  readonly name: string;
  readonly classes: readonly ObjectClass[];
  readonly alert: boolean;
  readonly priority: Priority;
  readonly directions: 'both' | 'forward' | 'backward';
  /** Seconds somebody must stay, or null when entering is enough. */
  readonly stay: number | null;
}

const DEFAULT_STAY_SECONDS = 30;
export const MOST_CORNERS = 64;

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

const inside = (value: number) => Math.max(0, Math.min(value, 1));
const rounded = (value: number) => Math.round(inside(value) * 10_000) / 10_000;

/** A draft with one more corner; the second one finishes a line. */
export function withPoint(draft: RuleDraft, [x, y]: Point): RuleDraft {
  if (draft.closed || draft.points.length >= MOST_CORNERS) return draft;
  const points: Point[] = [...draft.points, [rounded(x), rounded(y)]];
  return { ...draft, points, closed: draft.shape === 'line' && points.length === 2 };
}

export function withPointMoved(draft: RuleDraft, index: number, [x, y]: Point): RuleDraft {
  return { ...draft, points: draft.points.with(index, [rounded(x), rounded(y)]) };
}

/** A finished zone keeps three corners and a line its two; while drawing, any corner may go. */
export function withoutPoint(draft: RuleDraft, index: number): RuleDraft {
  if (draft.closed && (draft.shape === 'line' || draft.points.length <= 3)) return draft;
  return { ...draft, points: draft.points.toSpliced(index, 1) };
}

export function closed(draft: RuleDraft): RuleDraft {
  return draft.shape === 'zone' && draft.points.length >= 3 ? { ...draft, closed: true } : draft;
}

/** A shape in the middle, for whoever draws without a pointer. */
export function withDefaultShape(draft: RuleDraft): RuleDraft {
  const points: Point[] =
    draft.shape === 'line'
      ? [
          [0.25, 0.6],
          [0.75, 0.6],
        ]
      : [
          [0.3, 0.4],
          [0.7, 0.4],
          [0.7, 0.8],
          [0.3, 0.8],
        ];
  return { ...draft, points, closed: true };
}

/** Forward becomes backward. */
export function turnedRound(draft: RuleDraft): RuleDraft {
  return { ...draft, points: draft.points.toReversed() };
}

export function withStay(draft: RuleDraft, stays: boolean): RuleDraft {
  return { ...draft, stay: stays ? (draft.stay ?? DEFAULT_STAY_SECONDS) : null };
}
