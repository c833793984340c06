import { findFaces } from '@amaan/face-recognition/finding/find-faces';
import { Workspace } from '@amaan/face-recognition/finding/workspace';
import { findPlates } from '@amaan/number-plates/finding/plate-finder';
import { boxOf } from '@amaan/number-plates/finding/plate-quad';
import { rememberViews } from '@amaan/redaction/finding/unchanged-views';
import type { Sighting } from '@amaan/redaction/sightings/sighting';
import { bodyLook, faceLook, type LookKind, plateLook, redaction } from '@amaan/redaction/system';
import { createObjectDetector } from '@amaan/vision/detectors/object-detector';
import type { Picture } from '@amaan/vision/image/picture';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { serveInferenceThread } from '@amaan/vision/sessions/serve-inference-thread';
import type { FinderOptions, FinderWork } from './sighting-finder.ts';

// The body of a thread that finds what is to be covered: with the finders of faces, of plates and of objects, each with
// a session that was opened for redaction.

type Finder = (picture: Picture, kind: LookKind) => Promise<Sighting[]>;

await serveInferenceThread<FinderWork, Sighting[]>((sessions, options) => {
  const { models } = options as FinderOptions;
  const finders = sessions.map((session, index) => finderOf(models[index]!, session));
  return async ({ picture, kind }) => (await Promise.all(finders.map((find) => find(picture, kind)))).flat();
});

function finderOf(model: string, session: InferenceSession): Finder {
  if (model === 'face-detector') return faceFinder(session);
  if (model === 'plate-finder') return plateFinder(session);
  return bodyFinder(session);
}

function faceFinder(session: InferenceSession): Finder {
  const sessionFor = rememberingSessions(session);
  const workspace = new Workspace();
  return async (picture, kind) => {
    const faces = await findFaces(picture, sessionFor(kind), faceLook(kind), null, workspace);
    return faces.map(({ box, confidence }) => sighting('face', box, confidence, picture));
  };
}

function plateFinder(session: InferenceSession): Finder {
  const sessionFor = rememberingSessions(session);
  return async (picture, kind) => {
    const plates = await findPlates(picture, sessionFor(kind), plateLook(kind), null);
    return plates.map(({ quad, confidence }) => sighting('plate', boxOf(quad), confidence, picture));
  };
}

/** A session that remembers for each kind of frame, whose views differ; single pictures have nothing before them. */
function rememberingSessions(session: InferenceSession): (kind: LookKind) => InferenceSession {
  // In a detector's input a grey level is 1 / std.
  const tolerance = redaction.settings.viewTolerance / session.model.manifest.input.std[0]!;
  const memories = {
    'fine-frame': rememberViews(session, tolerance),
    'coarse-frame': rememberViews(session, tolerance),
  };
  return (kind) => {
    if (kind === 'picture') return session;
    memories[kind].beginPicture();
    return memories[kind];
  };
}

function bodyFinder(session: InferenceSession): Finder {
  const detector = createObjectDetector(session, bodyLook());
  return async (picture) => {
    const objects = await detector.detect(picture, null);
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
