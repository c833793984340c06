import { createRoute, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { parseCompareSearch } from '../pages/crime/compare/compare-search.ts';
import { parseDataSearch } from '../pages/crime/data/data-search.ts';
import { parseFeedbackSearch } from '../pages/crime/feedback/feedback-search.ts';
import { parseForecastSearch } from '../pages/crime/forecasts/forecast-search.ts';
import { parseMapSearch } from '../pages/crime/map/map-search.ts';
import { parseNearRepeatSearch } from '../pages/crime/near-repeat/near-repeat-search.ts';
import { parsePlanSearch } from '../pages/crime/plans/plan-search.ts';
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

const forecasts = createRoute({
  getParentRoute: () => shell,
  path: '/crime/forecasts',
  validateSearch: parseForecastSearch,
  search: { middlewares: [retainSearchParams([...KEPT_SEARCH])] },
  component: lazyRouteComponent(() => import('../pages/crime/forecasts/forecasts-page.tsx'), 'ForecastsPage'),
});

const plans = createRoute({
  getParentRoute: () => shell,
  path: '/crime/plans',
  validateSearch: parsePlanSearch,
  component: lazyRouteComponent(() => import('../pages/crime/plans/plans-page.tsx'), 'PlansPage'),
});

const feedback = createRoute({
  getParentRoute: () => shell,
  path: '/crime/feedback',
  validateSearch: parseFeedbackSearch,
  search: { middlewares: [retainSearchParams([...KEPT_SEARCH])] },
  component: lazyRouteComponent(() => import('../pages/crime/feedback/feedback-page.tsx'), 'FeedbackPage'),
});

const briefings = createRoute({
  getParentRoute: () => shell,
  path: '/crime/briefings',
  component: lazyRouteComponent(() => import('../pages/crime/briefings/briefings-page.tsx'), 'BriefingsPage'),
});

const data = createRoute({
  getParentRoute: () => shell,
  path: '/crime/data',
  validateSearch: parseDataSearch,
  component: lazyRouteComponent(() => import('../pages/crime/data/data-page.tsx'), 'CrimeDataPage'),
});

/** The pages of crime analytics; what is looked at stays when one goes from one to another. */
export const crimeRoutes = [
  crime,
  map,
  time,
  nearRepeat,
  trends,
  compare,
  forecasts,
  plans,
  feedback,
  briefings,
  data,
] as const;
