import { z } from 'zod';
import { INCIDENT_SEVERITIES, NOTICED_SOURCES } from '../governance/incident.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** The state of the whole installation at a glance. */
export const PlatformStatus = z.object({
  version: z.string(),
  cameras: z.object({
    total: z.int().nonnegative(),
    live: z.int().nonnegative(),
    failed: z.int().nonnegative(),
    /** Of `total`, those that a simulator plays. */
    simulated: z.int().nonnegative(),
  }),
  alerts: z.object({ new: z.int().nonnegative() }),
  /** Milliseconds between capture and commit of the newest observation; null before the first one. */
  ingestLagMs: z.number().nonnegative().nullable(),
  /** Identifiers of the AI systems that are suspended. */
  suspendedSystems: z.array(z.string()),
  /** Those that are suspended on some groups of cameras. */
  partlySuspendedSystems: z.array(z.string()),
  workers: z.array(
    z.object({
      id: Identifier,
      lastHeartbeatAt: Instant,
      cameras: z.int().nonnegative(),
      /** Whether its last heartbeat is recent. */
      alive: z.boolean(),
    }),
  ),
  ledger: z.object({
    size: z.int().nonnegative(),
    /** When the platform last verified it, and whether it then was what was written; null: not yet. */
    checkedAt: Instant.nullable(),
    intact: z.boolean().nullable(),
  }),
  /** Incidents that the platform opened itself and nobody closed; null: the reader may not read incidents. */
  noticed: z
    .object({
      open: z.int().nonnegative(),
      /** The worst of them; null: there is none. */
      severity: z.enum(INCIDENT_SEVERITIES).nullable(),
      /** How many of each source, for example `drift`. */
      bySource: z.partialRecord(z.enum(NOTICED_SOURCES), z.int().nonnegative()),
      /** The newest of the worst. */
      first: Identifier.nullable(),
    })
    .nullable(),
  serverTime: Instant,
});
export type PlatformStatus = z.infer<typeof PlatformStatus>;
