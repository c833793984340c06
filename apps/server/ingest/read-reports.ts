import type { BusMessage } from '@amaan/bus/bus';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { FacesSearched } from '@amaan/contracts/faces/matches/faces-searched';
import { instantOf } from '@amaan/contracts/instant';
import type { Denial, Observation } from '@amaan/contracts/observation';
import type { SectionPassage } from '@amaan/contracts/violations/section-passage';
import type { EvidenceGapsCounted } from '@amaan/contracts/violations/worker-enforcement';
import { WorkerReport } from '@amaan/contracts/worker-messages';
import { identifierFrom } from './identifier-from.ts';
import type { Refusal } from './refusal.ts';

/** The end of an incident, or how a camera's calibration stands. */
export type RoadReport = Extract<
  WorkerReport,
  { type: 'traffic-incident-over' | 'calibration-anchors' | 'calibration-drift' }
>;

/** A batch of messages by what is in them. */
export interface ReadReports {
  readonly observations: Observation[];
  readonly evidence: EvidenceItem[];
  /** How many faces were searched. */
  readonly searched: FacesSearched[];
  /** What workers say of roads beside what they measure on them. */
  readonly roads: RoadReport[];
  /** How often something was not reported for want of evidence. */
  readonly gaps: EvidenceGapsCounted[];
  /** Vehicles at an end of a section for average speed. */
  readonly passages: SectionPassage[];
  /** What workers refused, and what could not be read. */
  readonly denials: Denial[];
  readonly malformed: number;
}

/** Sorts a batch. A message that cannot be read becomes a denial and holds up nothing else. */
export function readReports(messages: readonly BusMessage[], now: number): ReadReports {
  const read: ReadReports & { malformed: number } = {
    observations: [],
    evidence: [],
    searched: [],
    roads: [],
    gaps: [],
    passages: [],
    denials: [],
    malformed: 0,
  };
  for (const message of messages) {
    const parsed = WorkerReport.safeParse(message.payload);
    if (!parsed.success) {
      read.malformed += 1;
      const issue = parsed.error.issues[0];
      const where = issue?.path.join('.') || 'the message';
      read.denials.push(
        unreadable(message, { code: 'REPORT_MALFORMED', reason: `${where}: ${issue?.message}` }, now),
      );
    } else if (parsed.data.type === 'observation') read.observations.push(parsed.data.observation);
    else if (parsed.data.type === 'evidence') read.evidence.push(parsed.data.item);
    else if (parsed.data.type === 'faces-searched') read.searched.push(parsed.data.searched);
    else if (parsed.data.type === 'denial') read.denials.push(parsed.data.denial);
    else if (parsed.data.type === 'evidence-gaps') read.gaps.push(parsed.data.gaps);
    else if (parsed.data.type === 'section-passage') read.passages.push(parsed.data.passage);
    else read.roads.push(parsed.data);
  }
  return read;
}

/** The denial that records a message that was put aside; the same one however often the message comes. */
export function unreadable(message: BusMessage, { code, reason }: Refusal, now: number): Denial {
  return {
    id: identifierFrom(`message ${message.id} ${JSON.stringify(message.payload)}`),
    system: 'unknown',
    cameraId: null,
    at: instantOf(now),
    permitId: null,
    modelDigest: null,
    code,
    // The reason may quote the message, and PostgreSQL holds no NUL in a text.
    reason: reason.replaceAll('\0', '').slice(0, 500),
  };
}

/** The denial that records a refused observation; the same one however often the observation comes. */
export function refused(
  observation: Pick<Observation, 'id' | 'system' | 'cameraId' | 'permitId' | 'modelDigest'>,
  { code, reason }: Refusal,
  now: number,
): Denial {
  return {
    id: identifierFrom(`observation ${observation.id}`),
    system: observation.system,
    cameraId: observation.cameraId,
    at: instantOf(now),
    permitId: observation.permitId,
    modelDigest: observation.modelDigest,
    code,
    reason,
  };
}
