import type { LineSegment } from '@amaan/contracts/geometry';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { ObjectClass } from '@amaan/contracts/object-class';
import { SceneRule } from '@amaan/contracts/scene-rule';
import { SceneAnalyser } from '@amaan/smart-vision/scene-analyser';
import type { SceneEvent } from '@amaan/smart-vision/scene-event';
import { SourceError } from '@amaan/vision/sources/source-error';
import { analyseFile } from './analyse-file.ts';
import { openFileDetector } from './open-file-detector.ts';

/** As `amaan count --json` prints it. */
export interface CrossingCount {
  readonly class: ObjectClass;
  /** `forward` is from the left to the right of whoever walks along the line on the picture. */
  readonly direction: 'forward' | 'backward';
  readonly count: number;
}

export interface CountOptions {
  readonly line: LineSegment;
  /** Empty: people and vehicles of every class. */
  readonly classes: readonly ObjectClass[];
  readonly rate: number;
  /** Ends the count early; what was counted until then is the answer. */
  readonly signal: AbortSignal;
  /** The file could not be read to its end; what was counted until then is still the answer. */
  readonly onFailure: (error: SourceError) => void;
}

/** Counts what crosses a line, for every class that did: both directions, one of which may be 0. */
export async function countCrossings(url: string, options: CountOptions): Promise<CrossingCount[]> {
  const { line, classes, rate, signal, onFailure } = options;
  const rule = { id: newIdentifier(), version: 1, kind: 'line', name: 'count', line, classes };
  const analyser = new SceneAnalyser([SceneRule.parse(rule)]);
  const crossings: SceneEvent[] = [];
  /** A track's class is settled by vote, and the vote goes on after the crossing. */
  const classOf = new Map<number, ObjectClass>();

  await using detector = await openFileDetector('count', [url]);
  try {
    for await (const { frame, objects } of analyseFile(url, rate, detector)) {
      for (const object of objects) classOf.set(object.track, object.class);
      crossings.push(...analyser.update(objects, frame.streamSeconds, frame.capturedAt));
      if (signal.aborted) break;
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    onFailure(error);
  }
  return tally(crossings, classOf);
}

function tally(crossings: readonly SceneEvent[], classOf: ReadonlyMap<number, ObjectClass>): CrossingCount[] {
  const counts = new Map<ObjectClass, { forward: number; backward: number }>();
  for (const crossing of crossings) {
    if (crossing.kind !== 'line-crossed') continue;
    const name = classOf.get(crossing.object.track) ?? crossing.object.class;
    const count = counts.get(name) ?? { forward: 0, backward: 0 };
    count[crossing.direction] += 1;
    counts.set(name, count);
  }
  return [...counts]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([name, { forward, backward }]) => [
      { class: name, direction: 'forward', count: forward },
      { class: name, direction: 'backward', count: backward },
    ]);
}
