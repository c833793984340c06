import { boxesIn, findBox, malformed, viewOf } from './mp4-box.ts';

/** What every player needs before the first fragment: `ftyp` and `moov`, and what they say. */
export interface InitSegment {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For Media Source Extensions, with codecs as in RFC 6381: `video/mp4; codecs="avc1.64001f"`. */
  readonly mimeType: string;
  readonly trackId: number;
  /** Ticks per second of the fragments' times. */
  readonly timescale: number;
  /** Coded size of the picture in pixels. */
  readonly width: number;
  readonly height: number;
  /** What a fragment leaves out (`trex`). */
  readonly defaults: SampleDefaults;
}

export interface SampleDefaults {
  readonly duration: number;
  readonly flags: number;
}

/**
 * Reads an initialisation segment with one H.264 track.
 *
 * @throws StreamError `STREAM_MALFORMED`
 */
export function readInitSegment(bytes: Uint8Array<ArrayBuffer>): InitSegment {
  const view = viewOf(bytes);
  const mdhd = findBox(bytes, ['moov', 'trak', 'mdia', 'mdhd']);
  const stsd = findBox(bytes, ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd']);
  const trex = findBox(bytes, ['moov', 'mvex', 'trex']);
  try {
    const timescale = view.getUint32(mdhd.content + (view.getUint8(mdhd.content) === 1 ? 20 : 12));
    if (timescale === 0) throw malformed('The track has no time scale.');
    const [entry] = boxesIn(bytes, stsd.content + 8, stsd.end);
    if (entry?.type !== 'avc1')
      throw malformed(`Fragments carry ${entry?.type ?? 'nothing'} instead of H.264.`);
    // The fields of a visual sample entry take 78 bytes (ISO/IEC 14496-12, 12.1.3).
    const avcC = boxesIn(bytes, entry.content + 78, entry.end).find((box) => box.type === 'avcC');
    if (avcC === undefined) throw malformed('The H.264 track has no parameters.');
    // Profile, constraints and level follow the version byte (ISO/IEC 14496-15, 5.3.3.1; RFC 6381, 3.3).
    const profile = Buffer.from(bytes.subarray(avcC.content + 1, avcC.content + 4)).toString('hex');
    return {
      bytes,
      mimeType: `video/mp4; codecs="avc1.${profile}"`,
      trackId: view.getUint32(trex.content + 4),
      timescale,
      width: view.getUint16(entry.content + 24),
      height: view.getUint16(entry.content + 26),
      defaults: { duration: view.getUint32(trex.content + 12), flags: view.getUint32(trex.content + 20) },
    };
  } catch (error) {
    if (error instanceof RangeError) throw malformed('The start of the stream is incomplete.', error);
    throw error;
  }
}
