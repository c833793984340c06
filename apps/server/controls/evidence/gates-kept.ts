import { present, stateOver } from '../live-finding.ts';
import { systemSources } from '../system-sources.ts';

/** No system is in operation that did not come there through the gates, on a request that others approved. */
export const gatesKept = present(async ({ operating, db }) => {
  const systems = await operating();
  const executed = await db
    .selectFrom('lifecycle_transition')
    .select('system_id')
    .distinct()
    .where('to_stage', 'in', ['pilot', 'operational'])
    .where('request_id', 'is not', null)
    .execute();
  const open = await db
    .selectFrom('lifecycle_request')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  const around = systems.filter(
    ({ definition }) => !executed.some(({ system_id }) => system_id === definition.id),
  );
  return {
    state: stateOver(systems.length, around.length),
    en: `${systems.length - around.length} of ${systems.length} AI systems in operation came there by a request that other people approved; ${open.count} requests are open.`,
    ur: `${systems.length} میں سے ${systems.length - around.length} زیر عمل AI نظام ایسی درخواست سے چلے جسے دوسروں نے منظور کیا؛ ${open.count} درخواستیں کھلی ہیں۔`,
    figures: { inOperation: systems.length, aroundTheGates: around.length, openRequests: open.count },
    sources: systemSources(around.length > 0 ? around : systems),
  };
});
