import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseAuthorisationSearch } from '../pages/faces/authorisations/authorisation-search.ts';
import { parseMatchSearch } from '../pages/faces/matches/match-search.ts';
import { parseReportSearch } from '../pages/faces/reports/report-search.ts';
import { parseWatchlistSearch } from '../pages/faces/watchlists/watchlist-search.ts';
import { shell } from './root-routes.ts';

const faces = createRoute({
  getParentRoute: () => shell,
  path: '/faces',
  component: lazyRouteComponent(() => import('../pages/faces/faces-page.tsx'), 'FacesPage'),
});

const faceMatches = createRoute({
  getParentRoute: () => shell,
  path: '/faces/matches',
  validateSearch: parseMatchSearch,
  component: lazyRouteComponent(() => import('../pages/faces/matches/matches-page.tsx'), 'MatchesPage'),
});

const faceAuthorisations = createRoute({
  getParentRoute: () => shell,
  path: '/faces/authorisations',
  validateSearch: parseAuthorisationSearch,
  component: lazyRouteComponent(
    () => import('../pages/faces/authorisations/authorisations-page.tsx'),
    'AuthorisationsPage',
  ),
});

const watchlists = createRoute({
  getParentRoute: () => shell,
  path: '/faces/watchlists',
  validateSearch: parseWatchlistSearch,
  component: lazyRouteComponent(
    () => import('../pages/faces/watchlists/watchlists-page.tsx'),
    'WatchlistsPage',
  ),
});

const faceReports = createRoute({
  getParentRoute: () => shell,
  path: '/faces/reports',
  validateSearch: parseReportSearch,
  component: lazyRouteComponent(() => import('../pages/faces/reports/reports-page.tsx'), 'ReportsPage'),
});

const faceOversight = createRoute({
  getParentRoute: () => shell,
  path: '/faces/oversight',
  component: lazyRouteComponent(() => import('../pages/faces/oversight/oversight-page.tsx'), 'OversightPage'),
});

/** The pages of facial recognition. */
export const facesRoutes = [
  faces,
  faceMatches,
  faceAuthorisations,
  watchlists,
  faceReports,
  faceOversight,
] as const;
