import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { crimeRoutes } from './routes/crime-routes.ts';
import { facesRoutes } from './routes/faces-routes.ts';
import { governanceRoutes } from './routes/governance-routes.ts';
import { operationsRoutes } from './routes/operations-routes.ts';
import { platesRoutes } from './routes/plates-routes.ts';
import { publicRoutes } from './routes/public-routes.ts';
import { home, password, root, shell, signIn } from './routes/root-routes.ts';
import { trafficRoutes } from './routes/traffic-routes.ts';
import { violationsRoutes } from './routes/violations-routes.ts';

const routeTree = root.addChildren([
  signIn,
  password,
  ...publicRoutes,
  shell.addChildren([
    home,
    ...operationsRoutes,
    ...governanceRoutes,
    ...platesRoutes,
    ...facesRoutes,
    ...trafficRoutes,
    ...violationsRoutes,
    ...crimeRoutes,
  ]),
]);

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
