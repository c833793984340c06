import { randomBytes } from 'node:crypto';
import type { AiSystem } from '@amaan/contracts/ai-system';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { Observation } from '@amaan/contracts/observation';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { approvedStanding } from '@amaan/governance/testing/approved-standing';
import { testAiSystem } from '@amaan/governance/testing/test-ai-system';
import { insertCamera } from '../cameras.ts';
import type { Database } from '../open-database.ts';
import { insertPermit } from '../permits.ts';
import { insertSceneRule } from '../scene-rules.ts';
import { SECRET_KEY_BYTES, SecretBox } from '../secret-box.ts';
import { ensureSite, type Site } from '../sites.ts';
import { registerModel, registerSystem } from '../systems.ts';
import { recordStanding } from './record-standing.ts';

export const sampleSystem: AiSystem = testAiSystem({
  id: 'smart-vision',
  version: '0.1.0',
  purposes: ['line-crossing'],
  models: ['sample-model'],
  thresholds: { confidence: 0.4 },
  settings: { analysisRate: 5 },
});

export const sampleModel = {
  id: 'sample-model',
  digest: digestOfBytes(Buffer.from('model')),
  title: 'Sample model',
  licence: 'Apache-2.0',
  source: 'npm:sample@1.0.0',
};

export interface SampleDeployment {
  readonly site: Site;
  readonly cameraId: string;
  readonly rule: SceneRule;
  readonly permit: PermitClaims;
  readonly secrets: SecretBox;
  /** A line crossing that this deployment's camera could have seen, at a Unix time in milliseconds. */
  observe(at?: number): Observation;
}

/** Fills a database with one camera, one rule, and one AI system that has a permit. */
export async function sampleDeployment(db: Database): Promise<SampleDeployment> {
  const secrets = new SecretBox(randomBytes(SECRET_KEY_BYTES));
  const site = await ensureSite(db, 'Lahore');
  const cameraId = await insertCamera(
    db,
    { name: 'Gate', url: 'rtsp://admin:secret@10.0.0.5/s1', siteId: site.id, analysisRate: 5 },
    secrets,
  );
  const rule = await insertSceneRule(db, {
    cameraId,
    by: 'user:1',
    input: {
      kind: 'line',
      name: 'Exit',
      classes: [],
      alert: true,
      priority: 'high',
      directions: 'both',
      line: [
        [0.1, 0.5],
        [0.9, 0.5],
      ],
    },
  });
  const permit = await samplePermit(db, cameraId);
  const observe = (at = Date.now()): Observation => ({
    id: newIdentifier(),
    kind: 'line-crossed',
    system: sampleSystem.id,
    cameraId,
    siteId: site.id,
    capturedAt: new Date(at).toISOString(),
    clockOffsetMs: -12.5,
    simulated: false,
    permitId: permit.jti,
    modelDigest: sampleModel.digest,
    configurationDigest: permit.configurationDigest,
    frameDigest: digestOfBytes(randomBytes(8)),
    rule: { id: rule.id, version: rule.version },
    object: { class: 'car', confidence: 0.87, box: [0.1, 0.2, 0.3, 0.4], track: 7 },
    direction: 'forward',
  });
  return { site, cameraId, rule, permit, secrets, observe };
}

async function samplePermit(db: Database, cameraId: string): Promise<PermitClaims> {
  await registerSystem(db, sampleSystem);
  await registerModel(db, sampleModel);
  const models = [{ id: sampleModel.id, digest: sampleModel.digest }];
  const standing = approvedStanding(sampleSystem, models, new Date());
  await recordStanding(db, standing);
  const iat = Math.floor(Date.now() / 1000);
  const claims: PermitClaims = {
    iss: 'sample',
    sub: sampleSystem.id,
    jti: newIdentifier(),
    iat,
    exp: iat + 3600,
    version: sampleSystem.version,
    models,
    configurationDigest: configurationDigest(sampleSystem),
    cameras: [cameraId],
    purposes: sampleSystem.purposes,
    thresholds: sampleSystem.thresholds,
  };
  await insertPermit(db, {
    token: `token of ${claims.jti}`,
    claims,
    approvalIds: standing.approvals.map(({ id }) => id),
    impactAssessmentId: standing.impactAssessment?.id ?? null,
  });
  return claims;
}
