import { latestValidation } from '@amaan/governance/permits/permit-gaps';
import { oldest, recurring, stateOver, YEAR_MS } from '../live-finding.ts';
import { systemSources } from '../system-sources.ts';

/** Every permit in force is for models and a configuration whose latest validation passed. */
export const validationExact = recurring(YEAR_MS, async ({ running, now }) => {
  const systems = await running();
  const unproven = systems.filter(
    ({ standing, permit }) => latestValidation(standing, permit!, new Date(now))?.passed !== true,
  );
  const seeded = systems.filter(
    ({ standing, permit }) => latestValidation(standing, permit!, new Date(now))?.demo === true,
  ).length;
  const proven = systems.length - unproven.length;
  return {
    state: stateOver(systems.length, unproven.length),
    en: `${proven} of ${systems.length} permits in force are for exactly the model and configuration digests that passed validation; ${seeded} of those validations were seeded for demonstration.`,
    ur: `${systems.length} میں سے ${proven} اجازت نامے عین انہی ڈائجسٹ کے ہیں جن کی توثیق کامیاب ہوئی؛ ان میں سے ${seeded} توثیقیں نمائشی ہیں۔`,
    figures: { permitsInForce: systems.length, validated: proven, notValidated: unproven.length, seeded },
    ...oldest(systems.map(({ standing, permit }) => latestValidation(standing, permit!, new Date(now))?.at)),
    sources: systemSources(unproven.length > 0 ? unproven : systems),
  };
});
