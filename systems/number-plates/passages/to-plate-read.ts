import type { Digest } from '@amaan/contracts/digest';
import type { Box } from '@amaan/contracts/geometry';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import type { VehicleAttributes } from '@amaan/contracts/plates/vehicle';
import type { PixelBox } from '../finding/plate-quad.ts';
import { numberPlates } from '../system.ts';
import type { Passage } from './plate-passages.ts';

/** What is noted of the frame of a read. */
export interface ReadFrame {
  readonly frameDigest: Digest;
  /** Unix time in milliseconds. */
  readonly capturedAt: number;
  /** Size of the frame in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Where and under which permit. */
export interface PassageOrigin {
  readonly cameraId: Identifier;
  readonly siteId: Identifier;
  readonly clockOffsetMs: number;
  readonly simulated: boolean;
  readonly permitId: Identifier;
  readonly modelDigest: Digest;
  readonly configurationDigest: Digest;
}

const AT_PLACES = 1e6;

/** The report of a passage, dated at its best read. */
export function toPlateRead<Note extends ReadFrame>(
  { reading, best, reads, track }: Passage<Note>,
  origin: PassageOrigin,
  vehicle: VehicleAttributes,
): Extract<Observation, { kind: 'plate-read' }> {
  const { note, read } = best;
  const at = (frame: ReadFrame) => instantOf(Math.round(frame.capturedAt));
  return {
    id: newIdentifier(),
    system: numberPlates.id,
    kind: 'plate-read',
    ...origin,
    capturedAt: at(note),
    frameDigest: note.frameDigest,
    reading: {
      text: reading.text,
      confidence: reading.confidence,
      format: reading.format,
      rows: read.rows,
      characters: reading.characters.map(({ text, confidence, others }) => ({
        text,
        confidence,
        others: [...others],
      })),
    },
    box: fractionsOf(read.box, note),
    votes: reads.map((one) => ({
      text: one.read.text,
      confidence: one.read.confidence,
      capturedAt: at(one.note),
      frameDigest: one.note.frameDigest,
    })),
    vehicle,
    track,
    firstSeenAt: at(reads[0]!.note),
    lastSeenAt: at(reads.at(-1)!.note),
  };
}

function fractionsOf({ x, y, width, height }: PixelBox, frame: ReadFrame): Box {
  const rounded = (value: number) => Math.round(value * AT_PLACES) / AT_PLACES;
  const part = (value: number) => rounded(Math.min(1, Math.max(0, value)));
  const left = part(x / frame.width);
  const top = part(y / frame.height);
  const [right, bottom] = [part((x + width) / frame.width), part((y + height) / frame.height)];
  return [left, top, rounded(right - left), rounded(bottom - top)];
}
