import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseUnmaskingSearch } from '../pages/cases/unmaskings/unmasking-search.ts';
import { parseCivicSearch, parseDepartmentsSearch } from '../pages/civic/civic-search.ts';
import { parseLiveSearch } from '../pages/live/live-search.ts';
import { parseAlertSearch } from '../pages/operations/alert-search.ts';
import { parseText } from '../search-params.ts';
import { shell } from './root-routes.ts';

const operations = createRoute({
  getParentRoute: () => shell,
  path: '/operations',
  validateSearch: parseAlertSearch,
  component: lazyRouteComponent(() => import('../pages/operations/operations-page.tsx'), 'OperationsPage'),
});

const tickets = createRoute({
  getParentRoute: () => shell,
  path: '/operations/places',
  validateSearch: parseCivicSearch,
  component: lazyRouteComponent(() => import('../pages/civic/civic-page.tsx'), 'CivicPage'),
});

const departments = createRoute({
  getParentRoute: () => shell,
  path: '/operations/departments',
  validateSearch: parseDepartmentsSearch,
  component: lazyRouteComponent(() => import('../pages/civic/departments-page.tsx'), 'DepartmentsPage'),
});

const live = createRoute({
  getParentRoute: () => shell,
  path: '/live',
  validateSearch: parseLiveSearch,
  component: lazyRouteComponent(() => import('../pages/live/live-page.tsx'), 'LivePage'),
});

const cameras = createRoute({
  getParentRoute: () => shell,
  path: '/cameras',
  validateSearch: (search): { q?: string } => parseText(search, 'q'),
  component: lazyRouteComponent(() => import('../pages/cameras/cameras-page.tsx'), 'CamerasPage'),
});

const camera = createRoute({
  getParentRoute: () => shell,
  path: '/cameras/$cameraId',
  component: lazyRouteComponent(() => import('../pages/cameras/camera-page.tsx'), 'CameraPage'),
});

const cases = createRoute({
  getParentRoute: () => shell,
  path: '/cases',
  validateSearch: (search): { case?: string } => parseText(search, 'case'),
  component: lazyRouteComponent(() => import('../pages/cases/cases-page.tsx'), 'CasesPage'),
});

const unmaskings = createRoute({
  getParentRoute: () => shell,
  path: '/cases/unmaskings',
  validateSearch: parseUnmaskingSearch,
  component: lazyRouteComponent(
    () => import('../pages/cases/unmaskings/unmaskings-page.tsx'),
    'UnmaskingsPage',
  ),
});

const explain = createRoute({
  getParentRoute: () => shell,
  path: '/explain/$kind/$id',
  component: lazyRouteComponent(() => import('../pages/explain/explain-page.tsx'), 'ExplainPage'),
});

const admin = createRoute({
  getParentRoute: () => shell,
  path: '/admin',
  component: lazyRouteComponent(() => import('../pages/admin/users-page.tsx'), 'UsersPage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(() => import('../pages/account/account-page.tsx'), 'AccountPage'),
});

const staffConcern = createRoute({
  getParentRoute: () => shell,
  path: '/concern',
  component: lazyRouteComponent(() => import('../pages/concern/staff-concern-page.tsx'), 'StaffConcernPage'),
});

/** The pages of the control room, of cameras, cases and people. */
export const operationsRoutes = [
  operations,
  tickets,
  departments,
  live,
  cameras,
  camera,
  cases,
  unmaskings,
  explain,
  admin,
  account,
  staffConcern,
] as const;
