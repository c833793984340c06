import type { GovernanceRecord } from '@amaan/contracts/governance/record';

/** The newest record of each system, from records that come newest first. */
export function latestBySystem(records: readonly GovernanceRecord[]): Map<string, GovernanceRecord> {
  const latest = new Map<string, GovernanceRecord>();
  for (const record of records) {
    if (record.system !== null && !latest.has(record.system)) latest.set(record.system, record);
  }
  return latest;
}
