import type { MaskingReport } from '@amaan/contracts/redaction/masking';
import type { CoveredThing } from '@amaan/redaction/covers/cover-plan';
import type { Look } from '@amaan/redaction/look/look';

/** What was covered in a file, as `amaan redact --json` prints it. */
export interface RedactionReport extends MaskingReport {
  readonly file: string;
  readonly out: string;
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
