import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseText } from '../search-params.ts';
import { root } from './root-routes.ts';

const publicRegister = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazyRouteComponent(
    () => import('../pages/public-register/public-register-page.tsx'),
    'PublicRegisterPage',
  ),
});

const publicConcern = createRoute({
  getParentRoute: () => root,
  path: '/register/concern',
  validateSearch: (search): { system?: string } => parseText(search, 'system'),
  component: lazyRouteComponent(() => import('../pages/public-register/concern-page.tsx'), 'ConcernPage'),
});

const challan = createRoute({
  getParentRoute: () => root,
  path: '/challan',
  component: lazyRouteComponent(() => import('../pages/citizen/challan-page.tsx'), 'ChallanPage'),
});

/** The public register and the portal of citizens, which need no sign-in. */
export const publicRoutes = [publicRegister, publicConcern, challan] as const;
