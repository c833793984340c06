import type { Identifier } from '@amaan/contracts/identifier';
import { VEHICLE_CLASSES } from '@amaan/contracts/object-class';
import type { CoveredKind } from '@amaan/contracts/redaction/masking';
import { findFaces } from '@amaan/face-recognition/finding/find-faces';
import { Workspace } from '@amaan/face-recognition/finding/workspace';
import { findPlates } from '@amaan/number-plates/finding/plate-finder';
import { boxOf } from '@amaan/number-plates/finding/plate-quad';
import { plausiblePlates } from '@amaan/redaction/finding/plausible-plates';
import { type ThingClass, withScreens } from '@amaan/redaction/finding/thing-classes';
import type { Sighting } from '@amaan/redaction/sightings/sighting';
import { faceLook, plateLook, redaction, thingCovered, thingLook } from '@amaan/redaction/system';
import { COCO_CLASSES } from '@amaan/vision/detectors/coco-classes';
import { createObjectDetector, type Found } from '@amaan/vision/detectors/object-detector';
import type { Picture } from '@amaan/vision/image/picture';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { serveInferenceThread } from '@amaan/vision/sessions/serve-inference-thread';
import type { FinderOptions, FinderWork } from './sighting-finder.ts';
import { ViewMemories } from './view-memories.ts';

// The body of a thread that finds what is to be covered: with the finders of faces, of plates and of objects, each with
// a session that was opened for redaction.

type Finder = (work: FinderWork, cameraId: Identifier | null) => Promise<Sighting[]>;
/** Vehicles, people and screens of the picture that is looked at. */
type Objects = (work: FinderWork, cameraId: Identifier | null) => Promise<Found<ThingClass>[]>;
type ModelId = (typeof redaction.models)[number];

const VEHICLES: ReadonlySet<ThingClass> = new Set(VEHICLE_CLASSES);

await serveInferenceThread<FinderWork, Sighting[]>((sessions, options) => {
  const { models } = options as FinderOptions;
  const sessionOf = (id: ModelId) => sessions[models.indexOf(id)];
  const faces = sessionOf('face-detector');
  const plates = sessionOf('plate-finder');
  const things = sessionOf('nanodet-g-416');
  const objects = things && objectFinder(things);
  const finders: Readonly<Record<CoveredKind, Finder | undefined>> = {
    face: faces && faceFinder(faces),
    plate: plates && objects && plateFinder(plates, objects),
    body: objects && thingFinder('body', objects),
    screen: objects && thingFinder('screen', objects),
  };
  return async (work, cameraId) =>
    (await Promise.all(work.kinds.map((kind) => finderOf(finders[kind], kind)(work, cameraId)))).flat();
});

function finderOf(finder: Finder | undefined, kind: CoveredKind): Finder {
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

function plateFinder(session: InferenceSession, objects: Objects): Finder {
  const memories = memoriesOf(session);
  return async (work, cameraId) => {
    const { picture, kind, recording } = work;
    const { finder, vehicles, rule } = plateLook(kind);
    const found = await findPlates(picture, memories.sessionFor(recording, kind), finder, cameraId);
    const plates = found.map(({ quad, confidence }) => sighting('plate', boxOf(quad), confidence, picture));
    if (plates.length === 0 || vehicles === null) return plausiblePlates(plates, [], picture, rule);
    const around = (await objects(work, cameraId)).filter(
      ({ class: name, confidence }) => VEHICLES.has(name) && confidence >= vehicles,
    );
    return plausiblePlates(
      plates,
      around.map(({ box }) => box),
      picture,
      rule,
    );
  };
}

function memoriesOf(session: InferenceSession): ViewMemories {
  // In a detector's input a grey level is 1 / std.
  return new ViewMemories(session, redaction.settings.viewTolerance / session.model.manifest.input.std[0]!);
}

/** Looks for things once for each picture, whoever needs them. */
function objectFinder(session: InferenceSession): Objects {
  const detector = createObjectDetector(session, thingLook(), withScreens(COCO_CLASSES));
  let last: { readonly work: FinderWork; readonly objects: Promise<Found<ThingClass>[]> } | null = null;
  return (work, cameraId) => {
    if (last?.work !== work) last = { work, objects: detector.detect(work.picture, cameraId) };
    return last.objects;
  };
}

function thingFinder(kind: 'body' | 'screen', objects: Objects): Finder {
  const wanted = thingCovered()[kind];
  return async (work, cameraId) =>
    (await objects(work, cameraId))
      .filter(({ class: name, confidence }) => name === wanted.class && confidence >= wanted.confidence)
      .map(({ box, confidence }) => ({ kind, box, confidence }));
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
