import { randomBytes } from 'node:crypto';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { insertCamera } from '@amaan/store/cameras';
import type { Database } from '@amaan/store/open-database';
import { SECRET_KEY_BYTES, SecretBox } from '@amaan/store/secret-box';
import type { StoredChallan } from '@amaan/store/violations/challans';
import type { ViolationSuspected } from '@amaan/store/violations/suspicions';
import {
  changeViolationCase,
  getViolationCase,
  insertDecision,
  insertViolationCase,
} from '@amaan/store/violations/violation-cases';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import type { ChallanService } from '../violations/issue/challan-service.ts';

export interface TestIssue {
  readonly siteId: Identifier;
  /** Left out: a new one. */
  readonly cameraId?: Identifier;
  readonly plate?: string;
  /** The people who confirmed the case, first review first; left out: one. */
  readonly reviewers?: readonly string[];
  /** Unix time of the violation, in milliseconds. */
  readonly at: number;
}

const LAW = {
  province: 'punjab',
  act: { en: 'Provincial Motor Vehicles Ordinance 1965', ur: 'صوبائی موٹر وہیکلز آرڈیننس 1965' },
  section: 'section 116-A',
  offence: { en: 'Disregarding a traffic signal', ur: 'سگنل کی خلاف ورزی' },
  validFrom: '2020-01-01',
  payWithinDays: 10,
  contestWithinDays: 14,
  decideWithinDays: 30,
  standing: { status: 'unverified', check: { en: 'Made up for a test.', ur: 'آزمائش کے لیے۔' } },
} as const;

/** A red light that people have confirmed, with its challan, as if it had gone all the way. */
export async function issueTestChallan(
  db: Database,
  challans: ChallanService,
  { siteId, plate = 'LEA4521', reviewers = ['reviewer'], at, ...issue }: TestIssue,
): Promise<StoredChallan> {
  const cameraId = issue.cameraId ?? (await addCamera(db, siteId));
  const id = newIdentifier();
  const observation = redLight({ siteId, cameraId, at });
  return changeInLedger(db, async (tx) => {
    await insertViolationCase(tx, {
      ...{ id, state: 'for-review', observation, holds: [], registry: null, secondLook: false },
      ...{ occurredAt: observation.capturedAt, openedAt: observation.capturedAt },
      reading: { text: plate, confidence: 0.97, format: null, rows: 1, characters: [] },
      vehicle: {
        ...{ class: 'car', classConfidence: 0.9, colour: 'white', colourConfidence: 0.8 },
        ...{ heading: 'away', box: [0.4, 0.4, 0.2, 0.2] },
      },
    });
    for (const [index, person] of reviewers.entries())
      await insertDecision(tx, id, {
        ...{ id: newIdentifier(), step: index === 0 ? 'review' : 'second-look', decision: 'confirm' },
        ...{ reason: null, note: 'A note of officers.', at: instantOf(at + 1000 + index) },
        ...{ by: `the-${person}`, byName: `Officer ${person}`, person },
      });
    await changeViolationCase(tx, id, { state: 'confirmed', decidedAt: instantOf(at + 2000) });
    const confirmed = await getViolationCase(tx, id);
    const { challan, entry } = await challans.issueIn(tx, confirmed!, {
      ...{ plate, found: { law: LAW, amount: 2000 }, by: { id: 'the-reviewer', name: 'Officer reviewer' } },
    });
    return { result: challan, entries: [entry] };
  });
}

function addCamera(db: Database, siteId: Identifier): Promise<Identifier> {
  const secrets = new SecretBox(randomBytes(SECRET_KEY_BYTES));
  const camera = { name: 'Kalma Chowk, north', url: 'rtsp://10.0.0.5/s1', siteId, analysisRate: 5 };
  return insertCamera(db, camera, secrets);
}

function redLight({
  at,
  ...place
}: {
  readonly siteId: Identifier;
  readonly cameraId: Identifier;
  readonly at: number;
}): ViolationSuspected {
  const when = (ms: number) => instantOf(at + ms);
  const digest = digestOfBytes(Buffer.from('some bytes'));
  const standing = { id: newIdentifier(), version: 1 };
  return {
    ...{ id: newIdentifier(), kind: 'violation-suspected', system: 'traffic-violations', ...place },
    ...{ capturedAt: when(0), clockOffsetMs: 4, simulated: false, permitId: newIdentifier() },
    ...{ modelDigest: digest, configurationDigest: digest, frameDigest: digest, view: standing },
    enforcement: { planId: newIdentifier(), version: 1, ruleId: 'red' },
    object: { class: 'car', confidence: 0.9, box: [0.4, 0.4, 0.2, 0.2], track: 7 },
    violation: {
      ...{ kind: 'red-light', laneId: 'a', firstSeenAt: when(-4000), lastSeenAt: when(3000) },
      path: [
        { at: when(-1000), place: [0.5, 0.9] },
        { at: when(0), place: [0.5, 0.7] },
        { at: when(1800), place: [0.5, 0.4] },
      ],
      ...{ softwareVersion: 'traffic-violations 0.2.0', calibrationVersion: 1 },
      entry: { at: when(0), errorMs: 40, place: [0.5, 0.7] },
      exit: { at: when(1800), errorMs: 40, place: [0.5, 0.4] },
      signal: {
        ...{ source: 'controller', junctionId: newIdentifier(), group: '1' },
        timeline: [
          { light: 'green', from: when(-30_000), errorMs: 50 },
          { light: 'yellow', from: when(-6200), errorMs: 50 },
          { light: 'red', from: when(-3200), errorMs: 50 },
        ],
        redForMs: { entry: 3000, exit: 4800 },
        ...{ skewMs: 12, skewErrorMs: 30, provenAt: when(-20_000) },
      },
    },
  };
}
