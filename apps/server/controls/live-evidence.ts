import {
  accessRules,
  accountsNamed,
  dormantAccounts,
  oneTimePasswordsChanged,
  secondFactors,
  siteScopes,
} from './evidence/accounts-kept.ts';
import { assessmentsDocumented, impactsOnPeople, impactsOnSociety } from './evidence/assessment-records.ts';
import { assessmentsCurrent } from './evidence/assessments-current.ts';
import { auditsHeld, nonconformitiesCorrected, reviewsHeld } from './evidence/assurance-held.ts';
import { computingResources, redundantWorkers } from './evidence/computing-resources.ts';
import { concernsAnswered } from './evidence/concerns-answered.ts';
import { deploymentApproved } from './evidence/deployment-approved.ts';
import { documentsCurrent } from './evidence/documents-current.ts';
import { eventLogs } from './evidence/event-logs.ts';
import { gatesKept } from './evidence/gates-kept.ts';
import { incidentsAnswered, incidentsLearned } from './evidence/incidents-answered.ts';
import { modelsRegistered } from './evidence/models-registered.ts';
import { monitoringRuns } from './evidence/monitoring-runs.ts';
import {
  assetsListed,
  clocksAgree,
  configurationKept,
  evidenceKept,
  keysAtWork,
} from './evidence/operation-kept.ts';
import { peopleDecide } from './evidence/people-decide.ts';
import { peopleTrained } from './evidence/people-trained.ts';
import {
  publicRegister,
  purposesStated,
  resourcesDocumented,
  technicalDocumentation,
} from './evidence/register-complete.ts';
import { risksAssessed, risksTreated } from './evidence/risks-managed.ts';
import { rolesAssigned } from './evidence/roles-assigned.ts';
import { useWithinPurpose } from './evidence/use-within-purpose.ts';
import { dataDocumented, dataPreparation, dataProvenance, dataQuality } from './evidence/validation-data.ts';
import { validationExact } from './evidence/validation-exact.ts';
import type { EvidenceQuery } from './live-finding.ts';

/** Which question to the running system shows which control. All others rest on documents. */
export const LIVE_EVIDENCE: Readonly<Record<string, EvidenceQuery>> = {
  'iso-42001:5.3': rolesAssigned,
  'iso-42001:6.1.2': risksAssessed,
  'iso-42001:6.1.3': risksTreated,
  'iso-42001:6.1.4': assessmentsDocumented,
  'iso-42001:6.3': gatesKept,
  'iso-42001:7.1': computingResources,
  'iso-42001:7.2': peopleTrained,
  'iso-42001:7.5.3': documentsCurrent,
  'iso-42001:8.1': gatesKept,
  'iso-42001:8.2': risksAssessed,
  'iso-42001:8.3': risksTreated,
  'iso-42001:8.4': assessmentsCurrent,
  'iso-42001:9.1': monitoringRuns,
  'iso-42001:9.2.1': auditsHeld,
  'iso-42001:9.3.1': reviewsHeld,
  'iso-42001:10.2': nonconformitiesCorrected,
  'iso-42001:A.3.2': rolesAssigned,
  'iso-42001:A.3.3': concernsAnswered,
  'iso-42001:A.4.2': resourcesDocumented,
  'iso-42001:A.4.3': dataDocumented,
  'iso-42001:A.4.4': modelsRegistered,
  'iso-42001:A.4.5': computingResources,
  'iso-42001:A.4.6': peopleTrained,
  'iso-42001:A.5.2': assessmentsCurrent,
  'iso-42001:A.5.3': assessmentsDocumented,
  'iso-42001:A.5.4': impactsOnPeople,
  'iso-42001:A.5.5': impactsOnSociety,
  'iso-42001:A.6.1.3': gatesKept,
  'iso-42001:A.6.2.2': purposesStated,
  'iso-42001:A.6.2.4': validationExact,
  'iso-42001:A.6.2.5': deploymentApproved,
  'iso-42001:A.6.2.6': monitoringRuns,
  'iso-42001:A.6.2.7': technicalDocumentation,
  'iso-42001:A.6.2.8': eventLogs,
  'iso-42001:A.7.3': dataDocumented,
  'iso-42001:A.7.4': dataQuality,
  'iso-42001:A.7.5': dataProvenance,
  'iso-42001:A.7.6': dataPreparation,
  'iso-42001:A.8.2': publicRegister,
  'iso-42001:A.8.3': concernsAnswered,
  'iso-42001:A.8.4': incidentsAnswered,
  'iso-42001:A.9.2': purposesStated,
  'iso-42001:A.9.3': peopleDecide,
  'iso-42001:A.9.4': useWithinPurpose,
  'iso-42001:A.10.3': modelsRegistered,
  'iso-27001:5.2': rolesAssigned,
  'iso-27001:5.3': rolesAssigned,
  'iso-27001:5.9': assetsListed,
  'iso-27001:5.15': accessRules,
  'iso-27001:5.16': accountsNamed,
  'iso-27001:5.17': oneTimePasswordsChanged,
  'iso-27001:5.18': dormantAccounts,
  'iso-27001:5.21': modelsRegistered,
  'iso-27001:5.25': incidentsAnswered,
  'iso-27001:5.26': incidentsAnswered,
  'iso-27001:5.27': incidentsLearned,
  'iso-27001:5.28': evidenceKept,
  'iso-27001:5.32': modelsRegistered,
  'iso-27001:5.33': eventLogs,
  'iso-27001:5.35': auditsHeld,
  'iso-27001:5.36': nonconformitiesCorrected,
  'iso-27001:6.3': peopleTrained,
  'iso-27001:6.8': concernsAnswered,
  'iso-27001:8.2': secondFactors,
  'iso-27001:8.3': siteScopes,
  'iso-27001:8.5': secondFactors,
  'iso-27001:8.6': computingResources,
  'iso-27001:8.9': configurationKept,
  'iso-27001:8.14': redundantWorkers,
  'iso-27001:8.15': eventLogs,
  'iso-27001:8.16': monitoringRuns,
  'iso-27001:8.17': clocksAgree,
  'iso-27001:8.24': keysAtWork,
  'iso-27001:8.32': deploymentApproved,
  'iso-27001:8.33': dataDocumented,
};
