import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseChallanSearch } from '../pages/violations/challans/challan-search.ts';
import { parseContestSearch } from '../pages/violations/contests/contest-search.ts';
import { parseCaseSearch } from '../pages/violations/review/case-search.ts';
import { parseFigureSearch } from '../pages/violations/statistics/figure-search.ts';
import { parseText } from '../search-params.ts';
import { shell } from './root-routes.ts';

const violations = createRoute({
  getParentRoute: () => shell,
  path: '/violations',
  component: lazyRouteComponent(() => import('../pages/violations/violations-page.tsx'), 'ViolationsPage'),
});

const review = createRoute({
  getParentRoute: () => shell,
  path: '/violations/review',
  validateSearch: parseCaseSearch,
  component: lazyRouteComponent(() => import('../pages/violations/review/review-page.tsx'), 'ReviewPage'),
});

const challans = createRoute({
  getParentRoute: () => shell,
  path: '/violations/challans',
  validateSearch: parseChallanSearch,
  component: lazyRouteComponent(
    () => import('../pages/violations/challans/challans-page.tsx'),
    'ChallansPage',
  ),
});

const contests = createRoute({
  getParentRoute: () => shell,
  path: '/violations/contests',
  validateSearch: parseContestSearch,
  component: lazyRouteComponent(
    () => import('../pages/violations/contests/contests-page.tsx'),
    'ContestsPage',
  ),
});

const enforcement = createRoute({
  getParentRoute: () => shell,
  path: '/violations/enforcement',
  validateSearch: (search): { q?: string } => parseText(search, 'q'),
  component: lazyRouteComponent(
    () => import('../pages/violations/enforcement/enforcement-page.tsx'),
    'EnforcementPage',
  ),
});

const cameraEnforcement = createRoute({
  getParentRoute: () => shell,
  path: '/violations/enforcement/$cameraId',
  component: lazyRouteComponent(
    () => import('../pages/violations/enforcement/camera-enforcement-page.tsx'),
    'CameraEnforcementPage',
  ),
});

const bulkCancel = createRoute({
  getParentRoute: () => shell,
  path: '/violations/bulk-cancel',
  validateSearch: (search): { id?: string } => parseText(search, 'id'),
  component: lazyRouteComponent(
    () => import('../pages/violations/bulk-cancel/bulk-cancel-page.tsx'),
    'BulkCancelPage',
  ),
});

const statistics = createRoute({
  getParentRoute: () => shell,
  path: '/violations/statistics',
  validateSearch: parseFigureSearch,
  component: lazyRouteComponent(
    () => import('../pages/violations/statistics/statistics-page.tsx'),
    'StatisticsPage',
  ),
});

/** The pages of traffic violations. */
export const violationsRoutes = [
  violations,
  review,
  challans,
  contests,
  enforcement,
  cameraEnforcement,
  bulkCancel,
  statistics,
] as const;
