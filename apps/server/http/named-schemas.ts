import { AiSystem, LocalText } from '@amaan/contracts/ai-system';
import { Alert, Review } from '@amaan/contracts/alert';
import { AlertPage } from '@amaan/contracts/api/alert-queue';
import { LedgerHead, LedgerPage, LedgerProof } from '@amaan/contracts/api/ledger-view';
import { Me } from '@amaan/contracts/api/me';
import { PlatformStatus } from '@amaan/contracts/api/platform-status';
import { Site } from '@amaan/contracts/api/site';
import { SystemDetails } from '@amaan/contracts/api/system-details';
import { SystemView } from '@amaan/contracts/api/system-view';
import { UserAccount } from '@amaan/contracts/api/user-account';
import { Camera, CameraStatus } from '@amaan/contracts/camera';
import { CivicTicketView } from '@amaan/contracts/civic/civic-ticket';
import {
  AnalysisPeriod,
  AnalysisQuestion,
  IncidentSelection,
} from '@amaan/contracts/crime/analysis-question';
import { AnalysisResult } from '@amaan/contracts/crime/analysis-result';
import { CellLattice } from '@amaan/contracts/crime/cell-lattice';
import { DeploymentPlan } from '@amaan/contracts/crime/deployment-plan';
import { IncidentKind } from '@amaan/contracts/crime/incident';
import { EvidenceItem } from '@amaan/contracts/evidence-item';
import { Explanation, ExplanationStep } from '@amaan/contracts/explanation';
import { FaceMatch } from '@amaan/contracts/faces/matches/face-match';
import { Box, LineSegment, Point, Position } from '@amaan/contracts/geometry';
import { AssessmentView } from '@amaan/contracts/governance/impact-assessment';
import { LifecycleView } from '@amaan/contracts/governance/lifecycle';
import { GovernanceRecord, RecordAuthor, RecordSignature } from '@amaan/contracts/governance/record';
import { RiskView } from '@amaan/contracts/governance/risk';
import { ValidationView } from '@amaan/contracts/governance/validation';
import { Identifier } from '@amaan/contracts/identifier';
import { Instant } from '@amaan/contracts/instant';
import { JsonValue } from '@amaan/contracts/json-value';
import { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { Figure } from '@amaan/contracts/monitoring';
import { Observation } from '@amaan/contracts/observation';
import { Problem } from '@amaan/contracts/problem';
import { SceneRule } from '@amaan/contracts/scene-rule';
import { EmergencyWave } from '@amaan/contracts/traffic/emergency-wave';
import { Junction } from '@amaan/contracts/traffic/junction';
import { SignalApproval } from '@amaan/contracts/traffic/signal-approval';
import { JunctionLive } from '@amaan/contracts/traffic/signal-live';
import { LaneId } from '@amaan/contracts/traffic/traffic-view';
import { WhatIf } from '@amaan/contracts/traffic/what-if';
import { BulkCancel } from '@amaan/contracts/violations/bulk-cancel';
import { CitizenChallan } from '@amaan/contracts/violations/citizen';
import { EnforcementPlan, EnforcementRule } from '@amaan/contracts/violations/enforcement';
import { LawDay } from '@amaan/contracts/violations/law';
import { LineCrossed } from '@amaan/contracts/violations/suspected-violation';
import { ViolationCaseView } from '@amaan/contracts/violations/violation-case';

/**
 * Schemas that get a name of their own in the OpenAPI document: those that many routes take or answer, or that are large in several.
 * Others are written out where they stand.
 */
export const NAMED_SCHEMAS = {
  AiSystem,
  Alert,
  AlertPage,
  AnalysisPeriod,
  AnalysisQuestion,
  AnalysisResult,
  AssessmentView,
  Box,
  BulkCancel,
  Camera,
  CameraStatus,
  CellLattice,
  CitizenChallan,
  CivicTicketView,
  DeploymentPlan,
  EmergencyWave,
  EnforcementPlan,
  EnforcementRule,
  EvidenceItem,
  Explanation,
  ExplanationStep,
  FaceMatch,
  Figure,
  GovernanceRecord,
  Identifier,
  IncidentKind,
  IncidentSelection,
  Instant,
  // Recursive, so it can only be described under a name.
  JsonValue,
  Junction,
  JunctionLive,
  LaneId,
  LawDay,
  LedgerEntry,
  LedgerHead,
  LedgerPage,
  LedgerProof,
  LifecycleView,
  LineCrossed,
  LineSegment,
  LocalText,
  Me,
  Observation,
  PlatformStatus,
  Point,
  Position,
  Problem,
  RecordAuthor,
  RecordSignature,
  Review,
  RiskView,
  SceneRule,
  SignalApproval,
  Site,
  SystemDetails,
  SystemView,
  UserAccount,
  ValidationView,
  ViolationCaseView,
  WhatIf,
};
