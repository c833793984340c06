import type { InferenceStanding } from '@amaan/analytics/permits/inference-desk';
import type { TrackedObject } from '@amaan/contracts/detection';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import { QUALITY_PARTS } from '@amaan/face-recognition/quality/face-quality';
import type { PermitDenied } from '@amaan/governance/permits/permit-denied';
import type { Frame } from '@amaan/vision/frame';
import type { OpenFaceSearch } from '../faces/face-authorisations.ts';
import type { FaceAnswer, FaceWork } from '../faces/face-work.ts';

export const FRAME = { width: 640, height: 480 };

/** A person who fills the left half of a frame. */
export const PERSON: TrackedObject = { class: 'person', track: 7, confidence: 0.9, box: [0, 0, 0.5, 1] };

/** A face as the models find and judge it. */
export function examinedFace(quality = 0.9, box = { x: 100, y: 100, width: 60, height: 80 }): ExaminedFace {
  const parts = Object.fromEntries(QUALITY_PARTS.map((part) => [part, quality]));
  return {
    ...{ box, confidence: 0.99, landmarks: [], measured: {} },
    aligned: { width: 112, height: 112, pixels: new Uint8Array(112 * 112 * 3).fill(1 + quality * 100) },
    quality: { parts, total: quality },
  } as unknown as ExaminedFace;
}

export function frameAt(streamSeconds: number): Frame {
  return {
    ...{ index: Math.round(streamSeconds * 5), streamSeconds, capturedAt: Date.now(), ...FRAME },
    pixels: new Uint8Array(FRAME.width * FRAME.height * 3).fill(1 + (streamSeconds % 200)),
  };
}

/** A desk that sees, and whose permit allows, what the test says; it remembers every template that it gave out. */
export class ScriptedFaceDesk {
  faces: () => readonly ExaminedFace[] = () => [];
  /** What it makes of an aligned face. */
  embed: (pixels: Uint8Array) => Float32Array = () => new Float32Array(512).fill(0.25);
  standing: InferenceStanding | null = {
    permitId: newIdentifier(),
    ...{ modelDigest: 'a'.repeat(64), configurationDigest: 'b'.repeat(64) },
  };
  denied: PermitDenied | null = null;
  /** Waited for before each answer. */
  busy: Promise<void> = Promise.resolve();
  readonly work: FaceWork['type'][] = [];
  readonly templates: Float32Array[] = [];
  readonly seen: ExaminedFace[] = [];

  async run(work: FaceWork): Promise<FaceAnswer> {
    this.work.push(work.type);
    await this.busy;
    if (this.denied) throw this.denied;
    if (work.type === 'look') {
      const faces = this.faces();
      this.seen.push(...faces);
      return { type: 'looked', faces };
    }
    if (work.type === 'judge') return { type: 'judged', attack: 0.2 };
    const template = this.embed(work.aligned.pixels);
    this.templates.push(template);
    return { type: 'embedded', template };
  }

  admit(): InferenceStanding {
    if (this.denied) throw this.denied;
    return this.standing!;
  }
}

/** Searches that are open on every camera, as the test says. */
export class ScriptedAuthorisations {
  open: readonly OpenFaceSearch[] = [];
  refreshed = 0;

  covering(): readonly OpenFaceSearch[] {
    return this.open;
  }

  refresh(): void {
    this.refreshed += 1;
  }
}
