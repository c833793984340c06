import { assessmentsCurrent } from './evidence/assessments-current.ts';
import { deploymentApproved } from './evidence/deployment-approved.ts';
import { eventLogs } from './evidence/event-logs.ts';
import { rolesAssigned } from './evidence/roles-assigned.ts';
import { validationExact } from './evidence/validation-exact.ts';
import type { EvidenceQuery } from './live-finding.ts';

/** Which question to the running system shows which control. All others rest on documents. */
export const LIVE_EVIDENCE: Readonly<Record<string, EvidenceQuery>> = {
  'iso-42001:5.3': rolesAssigned,
  'iso-42001:8.4': assessmentsCurrent,
  'iso-42001:A.3.2': rolesAssigned,
  'iso-42001:A.5.2': assessmentsCurrent,
  'iso-42001:A.6.2.4': validationExact,
  'iso-42001:A.6.2.5': deploymentApproved,
  'iso-42001:A.6.2.8': eventLogs,
  'iso-27001:5.2': rolesAssigned,
  'iso-27001:8.15': eventLogs,
  'iso-27001:8.32': deploymentApproved,
};
