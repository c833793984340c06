import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';

/** A registered model as the bill of materials names it. */
export interface BomModel {
  readonly id: string;
  readonly title: string;
  readonly digest: Digest;
  readonly licence: string;
  readonly source: string;
  readonly registeredAt: Instant;
}

export interface MlBomInput {
  readonly packId: Identifier;
  readonly createdAt: Instant;
  readonly version: string;
  readonly systems: readonly Pick<
    AiSystem,
    'id' | 'name' | 'purposes' | 'intendedUse' | 'prohibited' | 'limits' | 'models'
  >[];
  readonly models: readonly BomModel[];
}

/** SPDX identifiers of the licences that models may have here; anything else is given by name. */
const SPDX = new Set(['Apache-2.0', 'MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'CC0-1.0', 'CC-BY-4.0']);

/**
 * All models that were ever registered, as a CycloneDX 1.6 machine-learning bill of materials: digest,
 * licence, source, and a model card from what the systems that run it say of themselves.
 */
export function mlBom({ packId, createdAt, version, systems, models }: MlBomInput) {
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${packId}`,
    version: 1,
    metadata: {
      timestamp: createdAt,
      component: { type: 'application', 'bom-ref': 'amaan', name: 'Amaan', version },
    },
    components: models.map((model) => {
      const users = systems.filter((system) => system.models.includes(model.id));
      return {
        type: 'machine-learning-model',
        'bom-ref': refOf(model),
        name: model.id,
        description: model.title,
        version: model.digest.slice(0, 12),
        hashes: [{ alg: 'SHA-256', content: model.digest }],
        licenses: [{ license: SPDX.has(model.licence) ? { id: model.licence } : { name: model.licence } }],
        externalReferences: [{ type: 'distribution', url: model.source }],
        properties: [
          { name: 'amaan:registeredAt', value: model.registeredAt },
          ...users.map(({ id }) => ({ name: 'amaan:system', value: id })),
        ],
        ...(users.length > 0 && { modelCard: modelCardOf(users) }),
      };
    }),
    dependencies: [
      { ref: 'amaan', dependsOn: models.map(refOf) },
      ...models.map((model) => ({ ref: refOf(model) })),
    ],
  };
}

function modelCardOf(users: MlBomInput['systems']) {
  return {
    modelParameters: { task: users.flatMap(({ purposes }) => purposes).join(', ') },
    considerations: {
      useCases: users.map(({ intendedUse }) => intendedUse.en),
      technicalLimitations: users.flatMap(({ limits }) => limits.map(({ en }) => en)),
      ethicalConsiderations: users.flatMap(({ name, prohibited }) =>
        prohibited.map(({ en }) => ({ name: `${name} must never`, mitigationStrategy: en })),
      ),
    },
  };
}

function refOf({ id, digest }: BomModel): string {
  return `model:${id}@${digest}`;
}
