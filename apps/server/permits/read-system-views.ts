import type { SystemView } from '@amaan/contracts/api/system-view';
import type { Digest } from '@amaan/contracts/digest';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { digestHex } from '@amaan/store/digest-column';
import { listOpenRequests } from '@amaan/store/lifecycle';
import type { Database } from '@amaan/store/open-database';
import { countOpenRecords } from '@amaan/store/register-reality';
import { listSuspensions } from '@amaan/store/suspensions';
import { getSystemStanding } from '@amaan/store/system-standing';
import { listSystems, type RegisteredSystem } from '@amaan/store/systems';

/**
 * The register as people see it.
 * @param refusalOf why a system has no permit now, or null
 * @param isCurrent whether the model of this digest is the one in the model cache
 * @param only the one system that is asked for; left out: all
 */
export async function readSystemViews(
  db: Database,
  refusalOf: (system: string) => string | null,
  isCurrent: (digest: Digest) => boolean,
  only?: string,
): Promise<SystemView[]> {
  const systems = (await listSystems(db)).filter(
    ({ definition }) => only === undefined || definition.id === only,
  );
  const openItems = await readOpenItems(db);
  return Promise.all(
    systems.map((system) =>
      readView(db, system, {
        permitRefusal: refusalOf(system.definition.id),
        openItems: openItems(system.definition.id),
        isCurrent,
      }),
    ),
  );
}

async function readView(
  db: Database,
  { definition, stage }: RegisteredSystem,
  {
    permitRefusal,
    openItems,
    isCurrent,
  }: Pick<SystemView, 'permitRefusal' | 'openItems'> & { readonly isCurrent: (digest: Digest) => boolean },
): Promise<SystemView> {
  const digest = configurationDigest(definition);
  const [standing, permit, modelDetails, suspensions] = await Promise.all([
    getSystemStanding(db, definition.id),
    readNewestPermit(db, definition.id),
    readModels(db, definition.models),
    listSuspensions(db, { system: definition.id, inForce: true }),
  ]);
  const approvals = standing?.approvals.filter((approval) => approval.configurationDigest === digest) ?? [];
  const assessment = standing?.impactAssessment ?? null;
  return {
    ...definition,
    stage,
    suspension: suspensions.find(({ cameraGroup }) => cameraGroup === null) ?? null,
    groupSuspensions: suspensions.filter(({ cameraGroup }) => cameraGroup !== null),
    permit,
    permitRefusal,
    openItems,
    configurationDigest: digest,
    modelDetails: modelDetails.map((model) => ({ ...model, current: isCurrent(model.digest) })),
    approvals: approvals.map(({ name, role, at, statement, demo }) => ({
      by: name,
      role,
      at,
      statement,
      demo,
    })),
    impactAssessment: assessment && {
      status: assessment.status,
      expiresAt: assessment.expiresAt,
      demo: assessment.demo,
    },
  };
}

/** What waits for somebody, by system. */
async function readOpenItems(db: Database): Promise<(system: string) => SystemView['openItems']> {
  const [records, requests] = await Promise.all([countOpenRecords(db), listOpenRequests(db)]);
  const count = (system: string, kind: string) =>
    records.find((row) => row.system === system && row.kind === kind)?.count ?? 0;
  return (system) => ({
    incidents: count(system, 'incident'),
    risks: count(system, 'risk'),
    requested: requests.find((request) => request.system === system)?.to ?? null,
  });
}

/** The permit issued last, in force or not; its cameras are counted by the database, for they may be many. */
async function readNewestPermit(db: Database, system: string): Promise<SystemView['permit']> {
  const permit = await db
    .selectFrom('permit')
    .select(['id', 'issued_at as issuedAt', 'expires_at as expiresAt', 'revoked_at as revokedAt'])
    .select((select) =>
      select
        .fn<number>('jsonb_array_length', [select.ref('claims', '->').key('cameras' as never)])
        .as('cameras'),
    )
    .where('system_id', '=', system)
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return permit ?? null;
}

/** Every model that was ever registered under these identifiers, the newest first. */
async function readModels(
  db: Database,
  ids: readonly string[],
): Promise<Omit<SystemView['modelDetails'][number], 'current'>[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('model')
    .select(['id', 'title', 'digest', 'licence', 'source'])
    .where('id', 'in', ids)
    .orderBy('registered_at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, digest: digestHex(row.digest) }));
}
