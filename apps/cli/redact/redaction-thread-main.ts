import { findFaces } from '@amaan/face-recognition/finding/find-faces';
import { Workspace } from '@amaan/face-recognition/finding/workspace';
import { findPlates } from '@amaan/number-plates/finding/plate-finder';
import { boxOf } from '@amaan/number-plates/finding/plate-quad';
import { rememberViews } from '@amaan/redaction/finding/unchanged-views';
import type { Sighting } from '@amaan/redaction/sightings/sighting';
import { bodyLook, faceLook, plateLook, redaction } from '@amaan/redaction/system';
import { createObjectDetector } from '@amaan/vision/detectors/object-detector';
import type { Picture } from '@amaan/vision/image/picture';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { serveInferenceThread } from '@amaan/vision/sessions/serve-inference-thread';
import type { FinderOptions } from './sighting-finder.ts';

// The body of a thread that finds what is to be covered: with the finders of faces, of plates and of objects, each with
// a session that was opened for redaction.

type Finder = (picture: Picture) => Promise<Sighting[]>;

await serveInferenceThread<Picture, Sighting[]>((sessions, options) => {
  const { models, of } = options as FinderOptions;
  const finders = sessions.map((session, index) => finderOf(models[index]!, session, of));
  return async (picture) => (await Promise.all(finders.map((find) => find(picture)))).flat();
});

function finderOf(model: string, session: InferenceSession, of: FinderOptions['of']): Finder {
  if (model === 'face-detector') return faceFinder(session, of);
  if (model === 'plate-finder') return plateFinder(session, of);
  return bodyFinder(session);
}

function faceFinder(session: InferenceSession, of: FinderOptions['of']): Finder {
  // In the detector's input a grey level is 1 / std.
  const tolerance = redaction.settings.viewTolerance / session.model.manifest.input.std[0]!;
  const remembering = of === 'frame' ? rememberViews(session, tolerance) : null;
  const workspace = new Workspace();
  return async (picture) => {
    remembering?.beginPicture();
    const faces = await findFaces(picture, remembering ?? session, faceLook(of), null, workspace);
    return faces.map(({ box, confidence }) => sighting('face', box, confidence, picture));
  };
}

function plateFinder(session: InferenceSession, of: FinderOptions['of']): Finder {
  const tolerance = redaction.settings.viewTolerance / session.model.manifest.input.std[0]!;
  const remembering = of === 'frame' ? rememberViews(session, tolerance) : null;
  return async (picture) => {
    remembering?.beginPicture();
    const plates = await findPlates(picture, remembering ?? session, plateLook(of), null);
    return plates.map(({ quad, confidence }) => sighting('plate', boxOf(quad), confidence, picture));
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
