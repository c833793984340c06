import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseCorridorSearch } from '../pages/traffic/corridors/corridor-search.ts';
import { parseLaneSearch } from '../pages/traffic/lanes/lane-search.ts';
import { parseTravelSearch } from '../pages/traffic/travel/travel-search.ts';
import { parseText } from '../search-params.ts';
import { shell } from './root-routes.ts';

const traffic = createRoute({
  getParentRoute: () => shell,
  path: '/traffic',
  component: lazyRouteComponent(() => import('../pages/traffic/traffic-page.tsx'), 'TrafficPage'),
});

const corridors = createRoute({
  getParentRoute: () => shell,
  path: '/traffic/corridors',
  validateSearch: parseCorridorSearch,
  component: lazyRouteComponent(
    () => import('../pages/traffic/corridors/corridors-page.tsx'),
    'CorridorsPage',
  ),
});

const lanes = createRoute({
  getParentRoute: () => shell,
  path: '/traffic/lanes',
  validateSearch: (search): { q?: string } => parseText(search, 'q'),
  component: lazyRouteComponent(() => import('../pages/traffic/lanes/lanes-page.tsx'), 'LanesPage'),
});

const cameraLanes = createRoute({
  getParentRoute: () => shell,
  path: '/traffic/lanes/$cameraId',
  validateSearch: parseLaneSearch,
  component: lazyRouteComponent(
    () => import('../pages/traffic/lanes/camera-lanes-page.tsx'),
    'CameraLanesPage',
  ),
});

const trafficView = createRoute({
  getParentRoute: () => shell,
  path: '/traffic/lanes/$cameraId/view',
  component: lazyRouteComponent(() => import('../pages/traffic/view/view-page.tsx'), 'ViewPage'),
});

const junctions = createRoute({
  getParentRoute: () => shell,
  path: '/traffic/junctions',
  validateSearch: (search): { id?: string; q?: string } => ({
    ...parseText(search, 'id'),
    ...parseText(search, 'q'),
  }),
  component: lazyRouteComponent(
    () => import('../pages/traffic/junctions/junctions-page.tsx'),
    'JunctionsPage',
  ),
});

const waves = createRoute({
  getParentRoute: () => shell,
  path: '/traffic/waves',
  component: lazyRouteComponent(() => import('../pages/traffic/waves/waves-page.tsx'), 'WavesPage'),
});

const whatIf = createRoute({
  getParentRoute: () => shell,
  path: '/traffic/what-if',
  validateSearch: (search): { id?: string; junction?: string } => ({
    ...parseText(search, 'id'),
    ...parseText(search, 'junction'),
  }),
  component: lazyRouteComponent(() => import('../pages/traffic/what-if/what-if-page.tsx'), 'WhatIfPage'),
});

const travel = createRoute({
  getParentRoute: () => shell,
  path: '/traffic/travel',
  validateSearch: parseTravelSearch,
  component: lazyRouteComponent(() => import('../pages/traffic/travel/travel-page.tsx'), 'TravelPage'),
});

/** The pages of traffic management. */
export const trafficRoutes = [
  traffic,
  corridors,
  lanes,
  cameraLanes,
  trafficView,
  junctions,
  waves,
  whatIf,
  travel,
] as const;
