import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { ApiProblem } from './api/api-problem.ts';
import { meQuery } from './api/session.ts';
import { parseRecordSearch } from './components/records/record-search.ts';
import { homeOf } from './home.ts';
import { parseAuthorisationSearch } from './pages/faces/authorisations/authorisation-search.ts';
import { parseMatchSearch } from './pages/faces/matches/match-search.ts';
import { parseWatchlistSearch } from './pages/faces/watchlists/watchlist-search.ts';
import { parseControlSearch } from './pages/governance/controls/control-search.ts';
import { parseIncidentSearch } from './pages/governance/incidents/incident-search.ts';
import { parseMonitoringSearch } from './pages/governance/monitoring/monitoring-search.ts';
import { parsePerformanceSearch } from './pages/governance/performance/performance-search.ts';
import { parseLiveSearch } from './pages/live/live-search.ts';
import { parseAlertSearch } from './pages/operations/alert-search.ts';
import { parseHotlistSearch } from './pages/plates/hotlists/hotlist-search.ts';
import { parseJourneySearch } from './pages/plates/journey/journey-search.ts';
import { parseReadsSearch } from './pages/plates/reads/reads-search.ts';
import { parsePlateSearch } from './pages/plates/search/plate-search.ts';
import { RouteProblem, UnknownPage } from './pages/route-problem.tsx';
import { parseText } from './search-params.ts';
import { Shell } from './shell/shell.tsx';

interface RouterContext {
  queryClient: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: UnknownPage,
  errorComponent: RouteProblem,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string; expired?: boolean } => ({
    ...parseText(search, 'next'),
    ...(search.expired === true && { expired: true }),
  }),
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  beforeLoad: ({ context, location }) => requireSession(context.queryClient, location.href),
  component: lazyRouteComponent(() => import('./pages/sign-in/password-page.tsx'), 'PasswordPage'),
});

/** Everything behind the sign-in. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  validateSearch: (search): { site?: string } => parseText(search, 'site'),
  search: { middlewares: [retainSearchParams(['site'])] },
  beforeLoad: async ({ context, location }) => {
    const me = await requireSession(context.queryClient, location.href);
    if (me.mustChangePassword) throw redirect({ to: '/password' });
    if (me.secondFactorDue && location.pathname !== '/account') throw redirect({ to: '/account' });
  },
  component: Shell,
  errorComponent: RouteProblem,
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { actions } = await context.queryClient.ensureQueryData(meQuery);
    const to = homeOf(actions);
    throw to === '/operations' ? redirect({ to, search: { state: 'new' } }) : redirect({ to });
  },
});

const operations = createRoute({
  getParentRoute: () => shell,
  path: '/operations',
  validateSearch: parseAlertSearch,
  component: lazyRouteComponent(() => import('./pages/operations/operations-page.tsx'), 'OperationsPage'),
});

const live = createRoute({
  getParentRoute: () => shell,
  path: '/live',
  validateSearch: parseLiveSearch,
  component: lazyRouteComponent(() => import('./pages/live/live-page.tsx'), 'LivePage'),
});

const cameras = createRoute({
  getParentRoute: () => shell,
  path: '/cameras',
  validateSearch: (search): { q?: string } => parseText(search, 'q'),
  component: lazyRouteComponent(() => import('./pages/cameras/cameras-page.tsx'), 'CamerasPage'),
});

const camera = createRoute({
  getParentRoute: () => shell,
  path: '/cameras/$cameraId',
  component: lazyRouteComponent(() => import('./pages/cameras/camera-page.tsx'), 'CameraPage'),
});

const governance = createRoute({
  getParentRoute: () => shell,
  path: '/governance',
  component: lazyRouteComponent(() => import('./pages/governance/systems-page.tsx'), 'SystemsPage'),
});

const ledger = createRoute({
  getParentRoute: () => shell,
  path: '/governance/ledger',
  component: lazyRouteComponent(() => import('./pages/governance/ledger-page.tsx'), 'LedgerPage'),
});

const admin = createRoute({
  getParentRoute: () => shell,
  path: '/admin',
  component: lazyRouteComponent(() => import('./pages/admin/users-page.tsx'), 'UsersPage'),
});

const governanceSystem = createRoute({
  getParentRoute: () => shell,
  path: '/governance/systems/$systemId',
  component: lazyRouteComponent(() => import('./pages/governance/system/system-page.tsx'), 'SystemPage'),
});

const assessments = createRoute({
  getParentRoute: () => shell,
  path: '/governance/assessments',
  validateSearch: parseRecordSearch,
  component: lazyRouteComponent(
    () => import('./pages/governance/assessments/assessments-page.tsx'),
    'AssessmentsPage',
  ),
});

const risks = createRoute({
  getParentRoute: () => shell,
  path: '/governance/risks',
  validateSearch: parseRecordSearch,
  component: lazyRouteComponent(() => import('./pages/governance/risks/risks-page.tsx'), 'RisksPage'),
});

const documents = createRoute({
  getParentRoute: () => shell,
  path: '/governance/documents',
  validateSearch: parseRecordSearch,
  component: lazyRouteComponent(
    () => import('./pages/governance/documents/documents-page.tsx'),
    'DocumentsPage',
  ),
});

const controls = createRoute({
  getParentRoute: () => shell,
  path: '/governance/controls',
  validateSearch: parseControlSearch,
  component: lazyRouteComponent(
    () => import('./pages/governance/controls/controls-page.tsx'),
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
  component: lazyRouteComponent(() => import('./pages/governance/access/access-page.tsx'), 'AccessPage'),
});

const monitoring = createRoute({
  getParentRoute: () => shell,
  path: '/governance/monitoring',
  validateSearch: parseMonitoringSearch,
  component: lazyRouteComponent(
    () => import('./pages/governance/monitoring/monitoring-page.tsx'),
    'MonitoringPage',
  ),
});

const performance = createRoute({
  getParentRoute: () => shell,
  path: '/governance/performance',
  validateSearch: parsePerformanceSearch,
  component: lazyRouteComponent(
    () => import('./pages/governance/performance/performance-page.tsx'),
    'PerformancePage',
  ),
});

const incidents = createRoute({
  getParentRoute: () => shell,
  path: '/governance/incidents',
  validateSearch: parseIncidentSearch,
  component: lazyRouteComponent(
    () => import('./pages/governance/incidents/incidents-page.tsx'),
    'IncidentsPage',
  ),
});

const concerns = createRoute({
  getParentRoute: () => shell,
  path: '/governance/concerns',
  validateSearch: (search): { id?: string } => parseText(search, 'id'),
  component: lazyRouteComponent(
    () => import('./pages/governance/concerns/concerns-page.tsx'),
    'ConcernsPage',
  ),
});

const audits = createRoute({
  getParentRoute: () => shell,
  path: '/governance/audits',
  validateSearch: (search): { id?: string } => parseText(search, 'id'),
  component: lazyRouteComponent(() => import('./pages/governance/audits/audits-page.tsx'), 'AuditsPage'),
});

const reviews = createRoute({
  getParentRoute: () => shell,
  path: '/governance/reviews',
  validateSearch: (search): { id?: string } => parseText(search, 'id'),
  component: lazyRouteComponent(() => import('./pages/governance/reviews/reviews-page.tsx'), 'ReviewsPage'),
});

const training = createRoute({
  getParentRoute: () => shell,
  path: '/governance/training',
  component: lazyRouteComponent(
    () => import('./pages/governance/training/training-page.tsx'),
    'TrainingPage',
  ),
});

const pack = createRoute({
  getParentRoute: () => shell,
  path: '/governance/pack',
  component: lazyRouteComponent(() => import('./pages/governance/pack/pack-page.tsx'), 'PackPage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account/account-page.tsx'), 'AccountPage'),
});

const cases = createRoute({
  getParentRoute: () => shell,
  path: '/cases',
  validateSearch: (search): { case?: string } => parseText(search, 'case'),
  component: lazyRouteComponent(() => import('./pages/cases/cases-page.tsx'), 'CasesPage'),
});

const staffConcern = createRoute({
  getParentRoute: () => shell,
  path: '/concern',
  component: lazyRouteComponent(() => import('./pages/concern/staff-concern-page.tsx'), 'StaffConcernPage'),
});

const explain = createRoute({
  getParentRoute: () => shell,
  path: '/explain/$kind/$id',
  component: lazyRouteComponent(() => import('./pages/explain/explain-page.tsx'), 'ExplainPage'),
});

const plates = createRoute({
  getParentRoute: () => shell,
  path: '/plates',
  component: lazyRouteComponent(() => import('./pages/plates/plates-page.tsx'), 'PlatesPage'),
});

const plateReads = createRoute({
  getParentRoute: () => shell,
  path: '/plates/reads',
  validateSearch: parseReadsSearch,
  component: lazyRouteComponent(() => import('./pages/plates/reads/reads-page.tsx'), 'ReadsPage'),
});

const plateSearch = createRoute({
  getParentRoute: () => shell,
  path: '/plates/search',
  validateSearch: parsePlateSearch,
  component: lazyRouteComponent(() => import('./pages/plates/search/search-page.tsx'), 'SearchPage'),
});

const plateJourney = createRoute({
  getParentRoute: () => shell,
  path: '/plates/journey',
  validateSearch: parseJourneySearch,
  component: lazyRouteComponent(() => import('./pages/plates/journey/journey-page.tsx'), 'JourneyPage'),
});

const hotlists = createRoute({
  getParentRoute: () => shell,
  path: '/plates/hotlists',
  validateSearch: parseHotlistSearch,
  component: lazyRouteComponent(() => import('./pages/plates/hotlists/hotlists-page.tsx'), 'HotlistsPage'),
});

/** The address that explanations give for a hotlist. */
const hotlist = createRoute({
  getParentRoute: () => shell,
  path: '/hotlists/$hotlistId',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/plates/hotlists', search: { list: params.hotlistId } });
  },
});

const faces = createRoute({
  getParentRoute: () => shell,
  path: '/faces',
  component: lazyRouteComponent(() => import('./pages/faces/faces-page.tsx'), 'FacesPage'),
});

const faceMatches = createRoute({
  getParentRoute: () => shell,
  path: '/faces/matches',
  validateSearch: parseMatchSearch,
  component: lazyRouteComponent(() => import('./pages/faces/matches/matches-page.tsx'), 'MatchesPage'),
});

const faceAuthorisations = createRoute({
  getParentRoute: () => shell,
  path: '/faces/authorisations',
  validateSearch: parseAuthorisationSearch,
  component: lazyRouteComponent(
    () => import('./pages/faces/authorisations/authorisations-page.tsx'),
    'AuthorisationsPage',
  ),
});

const watchlists = createRoute({
  getParentRoute: () => shell,
  path: '/faces/watchlists',
  validateSearch: parseWatchlistSearch,
  component: lazyRouteComponent(
    () => import('./pages/faces/watchlists/watchlists-page.tsx'),
    'WatchlistsPage',
  ),
});

const publicRegister = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazyRouteComponent(
    () => import('./pages/public-register/public-register-page.tsx'),
    'PublicRegisterPage',
  ),
});

const publicConcern = createRoute({
  getParentRoute: () => root,
  path: '/register/concern',
  validateSearch: (search): { system?: string } => parseText(search, 'system'),
  component: lazyRouteComponent(() => import('./pages/public-register/concern-page.tsx'), 'ConcernPage'),
});

const routeTree = root.addChildren([
  signIn,
  password,
  publicRegister,
  publicConcern,
  shell.addChildren([
    home,
    operations,
    live,
    cameras,
    camera,
    governance,
    ledger,
    admin,
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
    account,
    cases,
    plates,
    plateReads,
    plateSearch,
    plateJourney,
    hotlists,
    hotlist,
    faces,
    faceMatches,
    faceAuthorisations,
    watchlists,
    explain,
    staffConcern,
  ]),
]);

/** The account of the session, or a redirection to the sign-in page that leads back here. */
async function requireSession(queryClient: QueryClient, next: string) {
  try {
    return await queryClient.ensureQueryData(meQuery);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) {
      throw redirect({ to: '/sign-in', search: next === '/' ? {} : { next } });
    }
    throw error;
  }
}

export function createConsoleRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
