import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { ApiProblem } from '../api/api-problem.ts';
import { meQuery } from '../api/session.ts';
import { homeOf } from '../home.ts';
import { RouteProblem, UnknownPage } from '../pages/route-problem.tsx';
import { parseText } from '../search-params.ts';
import { Shell } from '../shell/shell.tsx';

/** What every route is given. */
export interface RouterContext {
  queryClient: QueryClient;
}

/** Everything, with or without a sign-in. */
export const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: UnknownPage,
  errorComponent: RouteProblem,
});

export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string; expired?: boolean } => ({
    ...parseText(search, 'next'),
    ...(search.expired === true && { expired: true }),
  }),
  component: lazyRouteComponent(() => import('../pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

export const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  beforeLoad: ({ context, location }) => requireSession(context.queryClient, location.href),
  component: lazyRouteComponent(() => import('../pages/sign-in/password-page.tsx'), 'PasswordPage'),
});

/** Everything behind the sign-in. */
export const shell = createRoute({
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

export const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { actions } = await context.queryClient.ensureQueryData(meQuery);
    const to = homeOf(actions);
    throw to === '/operations' ? redirect({ to, search: { state: 'new' } }) : redirect({ to });
  },
});

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
