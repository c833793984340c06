import { createRoute, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { parseCompareSearch } from '../pages/crime/compare/compare-search.ts';
import { parseMapSearch } from '../pages/crime/map/map-search.ts';
import { parseNearRepeatSearch } from '../pages/crime/near-repeat/near-repeat-search.ts';
import { KEPT_SEARCH, parseCrimeSearch } from '../pages/crime/question/crime-search.ts';
import { parseTrendSearch } from '../pages/crime/trends/trend-search.ts';
import { shell } from './root-routes.ts';

const crime = createRoute({
  getParentRoute: () => shell,
  path: '/crime',
  component: lazyRouteComponent(() => import('../pages/crime/crime-page.tsx'), 'CrimePage'),
});

const map = createRoute({
  getParentRoute: () => shell,
  path: '/crime/map',
  validateSearch: parseMapSearch,
  search: { middlewares: [retainSearchParams([...KEPT_SEARCH])] },
  component: lazyRouteComponent(() => import('../pages/crime/map/crime-map-page.tsx'), 'CrimeMapPage'),
});

const time = createRoute({
  getParentRoute: () => shell,
  path: '/crime/time',
  validateSearch: parseCrimeSearch,
  search: { middlewares: [retainSearchParams([...KEPT_SEARCH])] },
  component: lazyRouteComponent(() => import('../pages/crime/time/heat-map-page.tsx'), 'HeatMapPage'),
});

const nearRepeat = createRoute({
  getParentRoute: () => shell,
  path: '/crime/near-repeat',
  validateSearch: parseNearRepeatSearch,
  search: { middlewares: [retainSearchParams([...KEPT_SEARCH])] },
  component: lazyRouteComponent(
    () => import('../pages/crime/near-repeat/near-repeat-page.tsx'),
    'NearRepeatPage',
  ),
});

const trends = createRoute({
  getParentRoute: () => shell,
  path: '/crime/trends',
  validateSearch: parseTrendSearch,
  search: { middlewares: [retainSearchParams([...KEPT_SEARCH])] },
  component: lazyRouteComponent(() => import('../pages/crime/trends/trends-page.tsx'), 'TrendsPage'),
});

const compare = createRoute({
  getParentRoute: () => shell,
  path: '/crime/compare',
  validateSearch: parseCompareSearch,
  search: { middlewares: [retainSearchParams([...KEPT_SEARCH])] },
  component: lazyRouteComponent(() => import('../pages/crime/compare/compare-page.tsx'), 'ComparePage'),
});

/** The pages of crime analytics; what is looked at stays when one goes from one to another. */
export const crimeRoutes = [crime, map, time, nearRepeat, trends, compare] as const;
