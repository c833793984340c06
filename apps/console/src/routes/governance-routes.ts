import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseRecordSearch } from '../components/records/record-search.ts';
import { parseControlSearch } from '../pages/governance/controls/control-search.ts';
import { parseIncidentSearch } from '../pages/governance/incidents/incident-search.ts';
import { parseMonitoringSearch } from '../pages/governance/monitoring/monitoring-search.ts';
import { parsePerformanceSearch } from '../pages/governance/performance/performance-search.ts';
import { parseText } from '../search-params.ts';
import { shell } from './root-routes.ts';

const governance = createRoute({
  getParentRoute: () => shell,
  path: '/governance',
  component: lazyRouteComponent(() => import('../pages/governance/systems-page.tsx'), 'SystemsPage'),
});

const ledger = createRoute({
  getParentRoute: () => shell,
  path: '/governance/ledger',
  component: lazyRouteComponent(() => import('../pages/governance/ledger-page.tsx'), 'LedgerPage'),
});

const governanceSystem = createRoute({
  getParentRoute: () => shell,
  path: '/governance/systems/$systemId',
  component: lazyRouteComponent(() => import('../pages/governance/system/system-page.tsx'), 'SystemPage'),
});

const assessments = createRoute({
  getParentRoute: () => shell,
  path: '/governance/assessments',
  validateSearch: parseRecordSearch,
  component: lazyRouteComponent(
    () => import('../pages/governance/assessments/assessments-page.tsx'),
    'AssessmentsPage',
  ),
});

const risks = createRoute({
  getParentRoute: () => shell,
  path: '/governance/risks',
  validateSearch: parseRecordSearch,
  component: lazyRouteComponent(() => import('../pages/governance/risks/risks-page.tsx'), 'RisksPage'),
});

const documents = createRoute({
  getParentRoute: () => shell,
  path: '/governance/documents',
  validateSearch: parseRecordSearch,
  component: lazyRouteComponent(
    () => import('../pages/governance/documents/documents-page.tsx'),
    'DocumentsPage',
  ),
});

const controls = createRoute({
  getParentRoute: () => shell,
  path: '/governance/controls',
  validateSearch: parseControlSearch,
  component: lazyRouteComponent(
    () => import('../pages/governance/controls/controls-page.tsx'),
    'ControlsPage',
  ),
});

const access = createRoute({
  getParentRoute: () => shell,
  path: '/governance/access',
  validateSearch: (search): { day?: string; q?: string; action?: string } => ({
    ...parseText(search, 'day'),
    ...parseText(search, 'q'),
    ...parseText(search, 'action'),
  }),
  component: lazyRouteComponent(() => import('../pages/governance/access/access-page.tsx'), 'AccessPage'),
});

const monitoring = createRoute({
  getParentRoute: () => shell,
  path: '/governance/monitoring',
  validateSearch: parseMonitoringSearch,
  component: lazyRouteComponent(
    () => import('../pages/governance/monitoring/monitoring-page.tsx'),
    'MonitoringPage',
  ),
});

const performance = createRoute({
  getParentRoute: () => shell,
  path: '/governance/performance',
  validateSearch: parsePerformanceSearch,
  component: lazyRouteComponent(
    () => import('../pages/governance/performance/performance-page.tsx'),
    'PerformancePage',
  ),
});

const incidents = createRoute({
  getParentRoute: () => shell,
  path: '/governance/incidents',
  validateSearch: parseIncidentSearch,
  component: lazyRouteComponent(
    () => import('../pages/governance/incidents/incidents-page.tsx'),
    'IncidentsPage',
  ),
});

const concerns = createRoute({
  getParentRoute: () => shell,
  path: '/governance/concerns',
  validateSearch: (search): { id?: string } => parseText(search, 'id'),
  component: lazyRouteComponent(
    () => import('../pages/governance/concerns/concerns-page.tsx'),
    'ConcernsPage',
  ),
});

const audits = createRoute({
  getParentRoute: () => shell,
  path: '/governance/audits',
  validateSearch: (search): { id?: string } => parseText(search, 'id'),
  component: lazyRouteComponent(() => import('../pages/governance/audits/audits-page.tsx'), 'AuditsPage'),
});

const reviews = createRoute({
  getParentRoute: () => shell,
  path: '/governance/reviews',
  validateSearch: (search): { id?: string } => parseText(search, 'id'),
  component: lazyRouteComponent(() => import('../pages/governance/reviews/reviews-page.tsx'), 'ReviewsPage'),
});

const training = createRoute({
  getParentRoute: () => shell,
  path: '/governance/training',
  component: lazyRouteComponent(
    () => import('../pages/governance/training/training-page.tsx'),
    'TrainingPage',
  ),
});

const pack = createRoute({
  getParentRoute: () => shell,
  path: '/governance/pack',
  component: lazyRouteComponent(() => import('../pages/governance/pack/pack-page.tsx'), 'PackPage'),
});

/** The pages of the governance office. */
export const governanceRoutes = [
  governance,
  ledger,
  governanceSystem,
  assessments,
  risks,
  documents,
  controls,
  access,
  monitoring,
  performance,
  incidents,
  concerns,
  audits,
  reviews,
  training,
  pack,
] as const;
