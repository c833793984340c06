import { mlBom } from '@amaan/governance/pack/ml-bom';
import { oscalAssessmentResults } from '@amaan/governance/pack/oscal-assessment-results';
import { digestHex } from '@amaan/store/digest-column';
import type { Database } from '@amaan/store/open-database';
import type { ControlService } from '../controls/control-service.ts';
import type { SystemService } from '../permits/system-service.ts';
import { PackService, type PackServiceOptions } from './pack-service.ts';
import { controlsSection } from './sections/controls-section.ts';
import { monitoringSection } from './sections/monitoring-section.ts';
import { concernsSection, recordSections } from './sections/record-sections.ts';
import { lifecycleSection, registerSection } from './sections/register-section.ts';
import { ledgerSection, resultsSection } from './sections/results-section.ts';
import { trainingSection } from './sections/training-section.ts';
import { validationSection } from './sections/validation-section.ts';

export interface PackParts extends Omit<PackServiceOptions, 'sections' | 'exchange'> {
  readonly controls: Pick<ControlService, 'statement' | 'overview'>;
  readonly systems: Pick<SystemService, 'list'>;
  readonly version: string;
}

/** Joins the sections of an evidence pack, in the order in which people read them. */
export function createPackService({ controls, systems, version, ...options }: PackParts): PackService {
  return new PackService({
    ...options,
    sections: [
      controlsSection(controls),
      registerSection(systems),
      lifecycleSection(systems),
      ...recordSections,
      concernsSection,
      validationSection(systems),
      monitoringSection,
      resultsSection,
      trainingSection,
      ledgerSection,
    ],
    async exchange({ id: packId, period, createdAt }) {
      const { evaluatedAt, controls: views } = await controls.overview();
      const deployment = options.signer.name;
      return {
        oscal: oscalAssessmentResults({
          packId,
          deployment,
          version,
          createdAt,
          period,
          evaluatedAt,
          controls: views,
        }),
        bom: mlBom({
          packId,
          createdAt,
          version,
          systems: await systems.list(),
          models: await readModels(options.db),
        }),
      };
    },
  });
}

/** Every model that was ever registered. */
async function readModels(db: Database) {
  const rows = await db
    .selectFrom('model')
    .select(['id', 'title', 'digest', 'licence', 'source', 'registered_at as registeredAt'])
    .orderBy('id')
    .orderBy('registered_at')
    .execute();
  return rows.map((row) => ({ ...row, digest: digestHex(row.digest) }));
}
