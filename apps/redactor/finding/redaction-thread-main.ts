import type { Identifier } from '@amaan/contracts/identifier';
import type { CoveredKind } from '@amaan/contracts/redaction/masking';
import { findFaces } from '@amaan/face-recognition/finding/find-faces';
import { Workspace } from '@amaan/face-recognition/finding/workspace';
import { findPlates } from '@amaan/number-plates/finding/plate-finder';
import { boxOf } from '@amaan/number-plates/finding/plate-quad';
import type { Sighting } from '@amaan/redaction/sightings/sighting';
import { bodyLook, faceLook, plateLook, redaction } from '@amaan/redaction/system';
import { createObjectDetector } from '@amaan/vision/detectors/object-detector';
import type { Picture } from '@amaan/vision/image/picture';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { serveInferenceThread } from '@amaan/vision/sessions/serve-inference-thread';
import { type FinderOptions, type FinderWork, MODEL_OF } from './sighting-finder.ts';
import { ViewMemories } from './view-memories.ts';

// The body of a thread that finds what is to be covered: with the finders of faces, of plates and of objects, each with
// a session that was opened for redaction.

type Finder = (work: FinderWork, cameraId: Identifier | null) => Promise<Sighting[]>;

const FINDERS: Readonly<Record<CoveredKind, (session: InferenceSession) => Finder>> = {
  face: faceFinder,
  plate: plateFinder,
  body: bodyFinder,
};

await serveInferenceThread<FinderWork, Sighting[]>((sessions, options) => {
  const { models } = options as FinderOptions;
  const finders = new Map<CoveredKind, Finder>();
  for (const kind of ['face', 'plate', 'body'] as const) {
    const session = sessions[models.indexOf(MODEL_OF[kind])];
    if (session) finders.set(kind, FINDERS[kind](session));
  }
  return async (work, cameraId) =>
    (await Promise.all(work.kinds.map((kind) => finderOf(finders, kind)(work, cameraId)))).flat();
});

function finderOf(finders: ReadonlyMap<CoveredKind, Finder>, kind: CoveredKind): Finder {
  const finder = finders.get(kind);
  if (!finder) throw new Error(`This thread has no model that finds a ${kind}.`);
  return finder;
}

function faceFinder(session: InferenceSession): Finder {
  const memories = memoriesOf(session);
  const workspace = new Workspace();
  return async ({ picture, kind, recording }, cameraId) => {
    const view = memories.sessionFor(recording, kind);
    const faces = await findFaces(picture, view, faceLook(kind), cameraId, workspace);
    return faces.map(({ box, confidence }) => sighting('face', box, confidence, picture));
  };
}

function plateFinder(session: InferenceSession): Finder {
  const memories = memoriesOf(session);
  return async ({ picture, kind, recording }, cameraId) => {
    const { most, ...look } = plateLook(kind);
    const plates = await findPlates(picture, memories.sessionFor(recording, kind), look, cameraId);
    return plates
      .map(({ quad, confidence }) => sighting('plate', boxOf(quad), confidence, picture))
      .filter(({ box: [, , width, height] }) => width <= most.width && height <= most.height);
  };
}

function memoriesOf(session: InferenceSession): ViewMemories {
  // In a detector's input a grey level is 1 / std.
  return new ViewMemories(session, redaction.settings.viewTolerance / session.model.manifest.input.std[0]!);
}

function bodyFinder(session: InferenceSession): Finder {
  const detector = createObjectDetector(session, bodyLook());
  return async ({ picture }, cameraId) => {
    const objects = await detector.detect(picture, cameraId);
    return objects
      .filter(({ class: name }) => name === 'person')
      .map(({ box, confidence }) => ({ kind: 'body', box, confidence }));
  };
}

function sighting(
  kind: Sighting['kind'],
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  confidence: number,
  { width, height }: Picture,
): Sighting {
  return {
    kind,
    box: [box.x / width, box.y / height, box.width / width, box.height / height],
    confidence,
  };
}
