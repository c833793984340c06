import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { parseHotlistSearch } from '../pages/plates/hotlists/hotlist-search.ts';
import { parseJourneySearch } from '../pages/plates/journey/journey-search.ts';
import { parseReadsSearch } from '../pages/plates/reads/reads-search.ts';
import { parsePlateSearch } from '../pages/plates/search/plate-search.ts';
import { shell } from './root-routes.ts';

const plates = createRoute({
  getParentRoute: () => shell,
  path: '/plates',
  component: lazyRouteComponent(() => import('../pages/plates/plates-page.tsx'), 'PlatesPage'),
});

const plateReads = createRoute({
  getParentRoute: () => shell,
  path: '/plates/reads',
  validateSearch: parseReadsSearch,
  component: lazyRouteComponent(() => import('../pages/plates/reads/reads-page.tsx'), 'ReadsPage'),
});

const plateSearch = createRoute({
  getParentRoute: () => shell,
  path: '/plates/search',
  validateSearch: parsePlateSearch,
  component: lazyRouteComponent(() => import('../pages/plates/search/search-page.tsx'), 'SearchPage'),
});

const plateJourney = createRoute({
  getParentRoute: () => shell,
  path: '/plates/journey',
  validateSearch: parseJourneySearch,
  component: lazyRouteComponent(() => import('../pages/plates/journey/journey-page.tsx'), 'JourneyPage'),
});

const hotlists = createRoute({
  getParentRoute: () => shell,
  path: '/plates/hotlists',
  validateSearch: parseHotlistSearch,
  component: lazyRouteComponent(() => import('../pages/plates/hotlists/hotlists-page.tsx'), 'HotlistsPage'),
});

/** The address that explanations give for a hotlist. */
const hotlist = createRoute({
  getParentRoute: () => shell,
  path: '/hotlists/$hotlistId',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/plates/hotlists', search: { list: params.hotlistId } });
  },
});

/** The pages of number plates: reads, searches, journeys, hotlists. */
export const platesRoutes = [plates, plateReads, plateSearch, plateJourney, hotlists, hotlist] as const;
