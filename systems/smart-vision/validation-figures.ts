import type { MeasuredFigure } from '@amaan/contracts/governance/validation';
import type { ObjectClass } from '@amaan/contracts/object-class';
import { type JudgedFrame, matchDetections } from '@amaan/vision/quality/match-detections';

/** A frame that was judged, and the clip that it is from: its camera and conditions. */
export interface FrameOfClip extends JudgedFrame {
  readonly clip: string;
}

/** A share of cases with its 95 % interval. */
export type Interval = (successes: number, trials: number) => { readonly low: number; readonly high: number };

/**
 * What has to be reached over all of the data, by the lower end of the interval. Of ten alerts at most two
 * may be about nothing, and at least six of ten objects must be found: an operator's patience and a
 * guard's trust, not what the model happens to reach.
 */
const AIMS = { precision: 0.8, recall: 0.6 } as const;

/**
 * An alert is about one object of one class, so each class has to keep an operator's patience by itself. Recall
 * per class and all figures per clip rest on too few cases to be judged; they are reported.
 */
const CLASS_AIMS = { precision: AIMS.precision, recall: null } as const;
const NOT_JUDGED = { precision: null, recall: null } as const;

/**
 * Precision and recall at the confidence from which Smart Vision begins a track: over all frames, per class
 * and per clip. Groups without a single case are left out: there is nothing to say about them.
 *
 * @param confidence least confidence of a detection that counts
 * @param interval of a share; Wilson's
 */
export function validationFigures(
  frames: readonly FrameOfClip[],
  confidence: number,
  interval: Interval,
): MeasuredFigure[] {
  const matched = frames.map(({ clip, detections, objects }) => ({
    clip,
    ...matchDetections({ objects, detections: detections.filter((found) => found.confidence >= confidence) }),
  }));
  const cases = matched.flatMap(({ clip, verdicts }) => verdicts.map((verdict) => ({ clip, ...verdict })));
  const wanted = matched.flatMap(({ clip, objects }) =>
    objects.map(({ object, found }) => ({ clip, classes: object.classes, found })),
  );
  const figures = (group: string | null, ofClip: string | null, ofClass: ObjectClass | null) => {
    const own = cases.filter(
      (one) => (ofClip === null || one.clip === ofClip) && (ofClass === null || one.class === ofClass),
    );
    // An object that may be called by two names belongs to the first.
    const asked = wanted.filter(
      (one) => (ofClip === null || one.clip === ofClip) && (ofClass === null || one.classes[0] === ofClass),
    );
    const aims = group === null ? AIMS : ofClass === null ? NOT_JUDGED : CLASS_AIMS;
    return [
      share('precision', group, own.filter(({ hit }) => hit).length, own.length, interval, aims),
      share('recall', group, asked.filter(({ found }) => found).length, asked.length, interval, aims),
    ].flat();
  };
  const classes = [...new Set(wanted.flatMap(({ classes: [first] }) => first ?? []))].sort();
  const clips = [...new Set(frames.map(({ clip }) => clip))].sort();
  return [
    ...figures(null, null, null),
    ...classes.flatMap((name) => figures(`class ${name}`, null, name)),
    ...clips.flatMap((clip) => figures(`clip ${clip}`, clip, null)),
  ];
}

function share(
  name: keyof typeof AIMS,
  group: string | null,
  successes: number,
  n: number,
  interval: Interval,
  aims: Readonly<Record<keyof typeof AIMS, number | null>>,
): MeasuredFigure[] {
  if (n === 0) return [];
  const atLeast = aims[name];
  const aim = atLeast === null ? null : { atLeast };
  return [{ name, group, value: successes / n, ...interval(successes, n), n, aim }];
}
