import { digestHex } from '@amaan/store/digest-column';
import { present, stateOver } from '../live-finding.ts';
import { systemSources } from '../system-sources.ts';

/** Licences that Amaan does not run. */
const REFUSED_LICENCES = /agpl|non-?commercial|\bnc\b/i;

/** Every model that may run is registered under the digest of its file, with source and a licence that allows it. */
export const modelsRegistered = present(async ({ running, db }) => {
  const systems = await running();
  const rows = await db.selectFrom('model').select(['digest', 'licence', 'source']).execute();
  const known = new Map(rows.map(({ digest, ...model }) => [digestHex(digest), model]));
  const used = [...new Set(systems.flatMap(({ permit }) => permit!.models.map(({ digest }) => digest)))];
  const unknown = used.filter((digest) => !known.has(digest)).length;
  const refused = used.filter((digest) => REFUSED_LICENCES.test(known.get(digest)?.licence ?? '')).length;
  const incomplete = used.filter((digest) => {
    const model = known.get(digest);
    return model !== undefined && (model.licence === '' || model.source === '');
  }).length;
  return {
    state: stateOver(used.length, unknown + refused + incomplete),
    en: `${used.length - unknown} of ${used.length} models that may run are registered by digest with source and licence; ${refused} have a licence that is not accepted.`,
    ur: `${used.length} میں سے ${used.length - unknown} ماڈل ڈائجسٹ، ماخذ اور لائسنس سمیت درج ہیں؛ ${refused} کا لائسنس قابل قبول نہیں۔`,
    figures: { mayRun: used.length, unregistered: unknown, licenceRefused: refused, incomplete },
    sources: systemSources(systems),
  };
});
