import type { Digest } from '@amaan/contracts/digest';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { redaction } from '@amaan/redaction/system';
import type { Masking, ObjectToMask } from '../redaction/masking.ts';

/** In place of a redactor: everything is covered, and tests say what goes wrong. */
export interface FakeMasking extends Pick<Masking, 'mask'> {
  /** What was masked, in order. */
  readonly asked: ObjectToMask[];
  /** Left out by default: what the next ones are refused with. */
  refusal: Error | null;
  /** Masks nothing more until it resolves. */
  gate: Promise<void>;
  /** Of what it says that it masks. */
  configuration: Digest;
}

/** What the fake makes of bytes: as many others. */
export function fakelyMasked(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ 0xff));
}

export function fakeMasking(): FakeMasking {
  const fake: FakeMasking = {
    asked: [],
    refusal: null,
    gate: Promise.resolve(),
    configuration: configurationDigest(redaction),
    async mask(object) {
      fake.asked.push(object);
      await fake.gate;
      if (fake.refusal !== null) throw fake.refusal;
      const bytes = fakelyMasked(object.bytes);
      return {
        bytes,
        mediaType: object.mediaType,
        permitId: newIdentifier(),
        models: [{ id: 'face-detector', digest: digestOfBytes(Buffer.from('face detector')) }],
        configurationDigest: fake.configuration,
        inputDigest: digestOfBytes(object.bytes),
        outputDigest: digestOfBytes(bytes),
        report: {
          ...{ width: 64, height: 36, frames: 1, analysed: 1, style: 'fill', audio: 'none', complete: true },
          covered: [{ kind: 'face', from: 0, to: 0, box: [1, 2, 3, 4], confidence: 0.9, sightings: 1 }],
          look: [],
        },
      };
    },
  };
  return fake;
}

/** In place of a redactor where people look at the pictures: says that it masks, and leaves them as they are. */
export function transparentMasking(): Pick<Masking, 'mask'> {
  const fake = fakeMasking();
  return {
    mask: async (object) => ({
      ...(await fake.mask(object)),
      bytes: Buffer.from(object.bytes),
      outputDigest: digestOfBytes(object.bytes),
    }),
  };
}
