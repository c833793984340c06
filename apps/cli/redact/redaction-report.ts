import type { CoveredThing } from '@amaan/redaction/covers/cover-plan';
import type { Look } from '@amaan/redaction/look/look';

/** What was covered in a file, as `amaan redact --json` prints it. Boxes are in pixels of the result. */
export interface RedactionReport {
  readonly file: string;
  readonly out: string;
  /** Size of the result in pixels. */
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** Frames in which models looked for what is to be covered. */
  readonly analysed: number;
  readonly style: string;
  readonly audio: 'none' | 'dropped' | 'kept';
  /** False where the file was cut off: the result ends where it did. */
  readonly complete: boolean;
  readonly covered: readonly {
    readonly kind: CoveredThing['kind'];
    /** First and last millisecond with a cover on it. */
    readonly from: number;
    readonly to: number;
    /** `[x, y, width, height]` around all the places where it was seen. */
    readonly box: readonly [number, number, number, number];
    readonly confidence: number;
    readonly sightings: number;
  }[];
  readonly look: readonly { readonly timeMs: number; readonly reason: Look['reason'] }[];
}

/** Things and looks in milliseconds and pixels. */
export function shownFindings(
  things: readonly CoveredThing[],
  looks: readonly Look[],
  framesPerSecond: number,
  frames: number,
  size: { readonly width: number; readonly height: number },
): Pick<RedactionReport, 'covered' | 'look'> {
  const timeOf = (frame: number) =>
    Math.round((Math.min(Math.max(0, frame), Math.max(0, frames - 1)) / framesPerSecond) * 1000);
  return {
    covered: things.map(({ kind, from, to, box: [x, y, width, height], confidence, sightings }) => ({
      kind,
      from: timeOf(from),
      to: timeOf(to),
      box: [
        Math.round(x * size.width),
        Math.round(y * size.height),
        Math.round(width * size.width),
        Math.round(height * size.height),
      ],
      confidence: Math.round(confidence * 1000) / 1000,
      sightings,
    })),
    look: looks.map(({ frame, reason }) => ({ timeMs: timeOf(frame), reason })),
  };
}
