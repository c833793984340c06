import type { TrackedObject } from '@amaan/contracts/detection';
import { canonicalJson } from '@amaan/contracts/digest-of';
import { type ObjectClass, VEHICLE_CLASSES } from '@amaan/contracts/object-class';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import { LineCrossing } from './line-crossing.ts';
import { Loitering } from './loitering.ts';
import type { Analyser, SceneEvent } from './scene-event.ts';
import { smartVision } from './system.ts';
import { ZoneEntry } from './zone-entry.ts';

interface WatchedRule {
  rule: SceneRule;
  /** What the analyser depends on; while it stays the same, so does what the analyser remembers. */
  readonly subject: string;
  readonly analyser: Analyser;
}

/**
 * The rules of one camera at work: tracked objects in, events out. Pure: no I/O and no clock but the
 * stream's.
 *
 * @example
 * const analyser = new SceneAnalyser(camera.rules);
 * const events = analyser.update(objects, frame.streamSeconds, frame.capturedAt);
 */
export class SceneAnalyser {
  #watched: WatchedRule[] = [];
  #streamSeconds = Number.NEGATIVE_INFINITY;

  constructor(rules: readonly SceneRule[]) {
    this.setRules(rules);
  }

  /** Takes over a new list of rules. Those whose line, zone or seconds stay the same go on where they were. */
  setRules(rules: readonly SceneRule[]): void {
    const former = new Map(this.#watched.map((watched) => [watched.rule.id, watched]));
    this.#watched = rules.map((rule) => {
      const subject = subjectOf(rule);
      const known = former.get(rule.id);
      return known?.subject === subject ? { ...known, rule } : { rule, subject, analyser: analyserFor(rule) };
    });
  }

  /**
   * Takes the tracked objects of one frame.
   * @param streamSeconds the frame's time on the stream's clock. Where it goes back the stream has begun
   *   anew, with new tracks, and everything that was remembered is forgotten.
   * @param capturedAt when the camera saw the frame, Unix time in milliseconds.
   */
  update(objects: readonly TrackedObject[], streamSeconds: number, capturedAt: number): SceneEvent[] {
    if (streamSeconds < this.#streamSeconds) {
      this.#watched = this.#watched.map((watched) => ({ ...watched, analyser: analyserFor(watched.rule) }));
    }
    this.#streamSeconds = streamSeconds;
    return this.#watched.flatMap(({ rule, analyser }) =>
      analyser.update(objects.filter(isAbout(rule.classes)), streamSeconds).map((finding) => ({
        ...finding,
        rule: { id: rule.id, version: rule.version },
        streamSeconds,
        capturedAt,
      })),
    );
  }
}

/** People and vehicles, unless the rule names classes. */
function isAbout(classes: readonly ObjectClass[]): (object: TrackedObject) => boolean {
  const wanted = new Set<ObjectClass>(classes.length > 0 ? classes : ['person', ...VEHICLE_CLASSES]);
  return (object) => wanted.has(object.class);
}

function subjectOf(rule: SceneRule): string {
  switch (rule.kind) {
    case 'line':
      return canonicalJson([rule.kind, rule.line, rule.directions]);
    case 'zone':
      return canonicalJson([rule.kind, rule.zone]);
    case 'loitering':
      return canonicalJson([rule.kind, rule.zone, rule.seconds]);
  }
}

function analyserFor(rule: SceneRule): Analyser {
  const { margin } = smartVision.thresholds;
  switch (rule.kind) {
    case 'line':
      return new LineCrossing(rule.line, rule.directions, margin);
    case 'zone':
      return new ZoneEntry(rule.zone, margin);
    case 'loitering':
      return new Loitering({
        zone: rule.zone,
        seconds: rule.seconds,
        gapSeconds: smartVision.settings.loiteringGapSeconds,
        margin,
      });
  }
}
