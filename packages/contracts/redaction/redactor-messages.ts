import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { Assignment, AssignmentRequest, Heartbeat } from '../worker-messages.ts';
import { CoveredKind, MaskingReport, MaskStyle } from './masking.ts';

/** Subjects on the bus between the redactor and the server; revocations reach it as they reach workers. */
export const REDACTOR_SUBJECTS = {
  /** request: `MaskingPermitsRequest` → `MaskingPermits`, redactor → server */
  permits: 'redactor.permits',
  /** announced: `RedactorHeartbeat`, redactor → server */
  heartbeat: 'redactor.heartbeat',
} as const;

export const MaskingPermitsRequest = AssignmentRequest;
export type MaskingPermitsRequest = z.infer<typeof MaskingPermitsRequest>;

/** What the redactor is told: permits as a worker is, and no camera's address, since it opens none. */
export const MaskingPermits = Assignment.omit({ cameras: true });
export type MaskingPermits = z.infer<typeof MaskingPermits>;

export const RedactorHeartbeat = z.object({
  redactorId: Identifier,
  at: Instant,
  /** Loopback URL that the server asks, and the secret that it shows. */
  url: z.string(),
  token: z.string(),
  /** Masked live views that are made now, and how many this machine makes at most. */
  streams: z.int().nonnegative(),
  mostStreams: z.int().positive(),
});
export type RedactorHeartbeat = z.infer<typeof RedactorHeartbeat>;

/** Header of requests about a camera: `CameraFeed` as base64url of its JSON. */
export const FEED_HEADER = 'x-amaan-feed';

/** Where the open view of a camera is: what the worker that runs it says of itself. */
export const CameraFeed = Heartbeat.pick({ liveUrl: true, liveToken: true });
export type CameraFeed = z.infer<typeof CameraFeed>;

/** Pictures and clips that are masked. */
export const MASKABLE_MEDIA_TYPES = ['image/jpeg', 'image/png', 'video/mp4'] as const;
export const MaskableMediaType = z.enum(MASKABLE_MEDIA_TYPES);
export type MaskableMediaType = z.infer<typeof MaskableMediaType>;

/** Largest object that the redactor takes. */
export const MOST_OBJECT_BYTES = 256 * 1024 * 1024;

/** `POST /cameras/:id/mask`: head of the request's body, which is framed as `frameObject` says. */
export const MaskingOrder = z.object({
  mediaType: MaskableMediaType,
  kinds: z.array(CoveredKind).min(1),
  style: MaskStyle,
});
export type MaskingOrder = z.infer<typeof MaskingOrder>;

/** Head of the answer's body. */
export const MaskedObjectHead = z.object({
  mediaType: MaskableMediaType,
  report: MaskingReport,
  permitId: Identifier,
  /** The models that looked. */
  models: z.array(z.object({ id: z.string(), digest: Digest })),
  /** Of the AI system `redaction`. */
  configurationDigest: Digest,
  inputDigest: Digest,
  outputDigest: Digest,
});
export type MaskedObjectHead = z.infer<typeof MaskedObjectHead>;
