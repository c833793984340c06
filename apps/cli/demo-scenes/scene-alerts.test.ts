import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { issueEvaluationPermit } from '@amaan/governance/permits/evaluation-permit';
import { SceneAnalyser } from '@amaan/smart-vision/scene-analyser';
import { smartVision, trackerOptions } from '@amaan/smart-vision/system';
import { createObjectDetector, type ObjectDetector } from '@amaan/vision/detectors/object-detector';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { readManifests } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { openSession } from '@amaan/vision/sessions/open-session';
import { ByteTracker } from '@amaan/vision/tracking/byte-tracker';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCENE_PLANS } from './scene-plans.ts';
import { renderStage, type Stage } from './stage.ts';

const FRAMES_PER_SECOND = 5;
const TIMEOUT_MS = 300_000;

const model = await defaultModel();

/** What the rules of a scene reported over one loop, as `rule name` or `rule name direction`. */
type Findings = readonly { readonly rule: string; readonly seconds: number }[];

describe.skipIf(model === null)('the default model on the demo scenes (./amaan models pull)', () => {
  let detector: ObjectDetector;

  beforeAll(async () => {
    detector = await openDetector(model!);
  });
  afterAll(() => detector?.[Symbol.asyncDispose]());

  test(
    'counts the bazaar road as a person does: four to the left, six to the right',
    async () => {
      const findings = await analyse('bazaar', detector);
      expect(times(findings, 'Traffic count forward')).toBe(4);
      expect(times(findings, 'Traffic count backward')).toBe(6);
      expect(times(findings, 'Against the traffic backward')).toBeGreaterThanOrEqual(1);
      expect(times(findings, 'Waiting at the kerb')).toBe(1);
    },
    TIMEOUT_MS,
  );

  test(
    'sees four vehicles pass the gate, one held at it, and two people beside it',
    async () => {
      const findings = await analyse('gate', detector);
      // The motorcycle may be seen as such, as its rider, or as both.
      expect(times(findings, 'Passed the gate forward')).toBeGreaterThanOrEqual(4);
      expect(times(findings, 'Passed the gate forward')).toBeLessThanOrEqual(6);
      expect(times(findings, 'Vehicle held at the barrier')).toBe(1);
      expect(times(findings, 'On foot on the verge')).toBeGreaterThanOrEqual(1);
      expect(findings[0]!.seconds).toBeLessThan(20);
    },
    TIMEOUT_MS,
  );
});

async function analyse(slug: string, detector: ObjectDetector): Promise<Findings> {
  const plan = SCENE_PLANS.find((candidate) => candidate.slug === slug)!;
  const stage = await plan.prepare(20_260);
  const rules: SceneRule[] = plan.rules.map((rule) => ({ ...rule, id: newIdentifier(), version: 1 }));
  const names = new Map<Identifier, string>(rules.map(({ id, name }) => [id, name]));
  const analyser = new SceneAnalyser(rules);
  const tracker = new ByteTracker(trackerOptions);
  const findings: { rule: string; seconds: number }[] = [];
  for (let index = 0; index < stage.seconds * FRAMES_PER_SECOND; index++) {
    const seconds = index / FRAMES_PER_SECOND;
    const objects = tracker.update(await detector.detect(await frameAt(stage, seconds), null), seconds);
    for (const event of analyser.update(objects, seconds, Date.UTC(2026, 0, 1) + seconds * 1000)) {
      const direction = 'direction' in event ? ` ${event.direction}` : '';
      findings.push({ rule: `${names.get(event.rule.id)}${direction}`, seconds });
    }
  }
  return findings;
}

function times(findings: Findings, rule: string): number {
  return findings.filter((finding) => finding.rule === rule).length;
}

/** A frame as a worker would hand it to the detector. */
async function frameAt(stage: Stage, seconds: number) {
  const { width, height } = stage.camera;
  const pixels = new Uint8Array(width * height * 3);
  renderStage(stage, seconds, { width, height, pixels });
  const small = sharp(pixels, { raw: { width, height, channels: 3 } }).resize(416, 234, { kernel: 'linear' });
  return { width: 416, height: 234, pixels: new Uint8Array(await small.raw().toBuffer()) };
}

async function openDetector(installed: InstalledModel): Promise<ObjectDetector> {
  const models = [{ id: installed.manifest.id, digest: installed.digest }];
  const permit = await issueEvaluationPermit({ system: smartVision, models, now: new Date() });
  const session = await openSession({
    permit: permit.token,
    keys: permit.keys,
    system: smartVision.id,
    model: installed,
    configurationDigest: configurationDigest(smartVision),
  });
  const { detectorConfidence: confidence, detectorOverlap: overlap } = smartVision.thresholds;
  return createObjectDetector(session, { confidence, overlap });
}

/** The object model that set-up installs, or null where set-up has not run. */
async function defaultModel(): Promise<InstalledModel | null> {
  const manifest = (await readManifests()).find(
    ({ task, install }) => task === 'object-detection' && install === 'setup',
  );
  if (manifest === undefined) return null;
  const store = new ModelStore();
  const { state } = await store.check(manifest);
  return state === 'ok' ? store.installed(manifest) : null;
}
