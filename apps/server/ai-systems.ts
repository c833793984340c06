import { cameraHealth } from '@amaan/camera-health/system';
import type { AiSystem } from '@amaan/contracts/ai-system';
import { crimeAnalytics } from '@amaan/crime-analytics/system';
import { crowd } from '@amaan/crowd/system';
import { faceRecognition } from '@amaan/face-recognition/system';
import { governanceMonitoring } from '@amaan/governance-monitoring/system';
import { numberPlates } from '@amaan/number-plates/system';
import { redaction } from '@amaan/redaction/system';
import { sceneSecurity } from '@amaan/scene-security/system';
import { smartVision } from '@amaan/smart-vision/system';
import { trafficManagement } from '@amaan/traffic-management/system';
import { trafficViolations } from '@amaan/traffic-violations/system';
import { vehicleTrace } from '@amaan/vehicle-trace/system';

/** The twelve AI systems as the running code defines them: what the register is kept in step with. */
export const AI_SYSTEMS: readonly AiSystem[] = [
  smartVision,
  faceRecognition,
  numberPlates,
  trafficManagement,
  crimeAnalytics,
  governanceMonitoring,
  trafficViolations,
  vehicleTrace,
  crowd,
  sceneSecurity,
  cameraHealth,
  redaction,
];
