import { z } from 'zod';
import { Digest } from './digest.ts';

/** A file that a model is made from, as it lies in its source. */
const SourceFile = z.object({
  path: z.string(),
  /** Null where nobody published it: the first pull pins it, on an administrator's explicit yes. */
  digest: Digest.nullable(),
  bytes: z.int().positive(),
});

/** One model: where it comes from, what it must hash to, and how to feed and read it. */
export const ModelManifest = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string(),
  task: z.enum([
    'object-detection',
    'plate-detection',
    'plate-recognition',
    'face-detection',
    'face-landmarks',
    'face-embedding',
    'face-liveness',
  ]),
  licence: z.string(),
  /** `npm:PACKAGE@VERSION`, `project:PATH` of weights that were trained in this repository, or an https URL. */
  source: z.string(),
  /** Bytes that a set-up downloads. */
  downloadBytes: z.int().positive(),
  /** Installed by set-up, or only by `amaan models pull`. */
  install: z.enum(['setup', 'pull']),
  files: z.array(SourceFile).min(1),
  /**
   * How the source files become the ONNX file: as they are, converted from a TensorFlow.js graph, or with those weights
   * set to zero that are too small to count and slow every run down.
   */
  conversion: z.enum(['none', 'tfjs-graph', 'zero-vanishing-weights']),
  /** The ONNX file that is run. Null until a first pull pins it (a URL whose digest nobody published). */
  digest: Digest.nullable(),
  input: z.object({
    name: z.string(),
    width: z.int().positive(),
    height: z.int().positive(),
    layout: z.enum(['nchw', 'nhwc']),
    channels: z.enum(['rgb', 'bgr', 'grey']),
    mean: z.array(z.number()),
    std: z.array(z.number()),
    /** How a picture of another shape is fitted, and the grey value of the padding (0–255). */
    fit: z.enum(['letterbox-centre', 'letterbox-top-left', 'stretch']),
    padding: z.number().min(0).max(255),
  }),
  output: z.object({ names: z.array(z.string()).min(1), decoder: z.string() }),
  /** Published or measured quality, in words with its source. */
  quality: z.string(),
});
export type ModelManifest = z.infer<typeof ModelManifest>;
