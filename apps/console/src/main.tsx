import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './theme/tokens.css';
import './theme/mantine.css';
import './theme/base.css';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client.ts';
import { meQuery } from './api/session.ts';
import { startMessages } from './messages/i18n.ts';
import { createConsoleRouter } from './router.tsx';
import { isPublicPath } from './routes/is-public-path.ts';
import { mantineTheme } from './theme/mantine-theme.ts';

await startMessages();

const queryClient = createQueryClient(() => {
  // Nobody was signed in yet: the route that asked leads to the sign-in page by itself.
  if (queryClient.getQueryData(meQuery.queryKey) === undefined) return;
  const next = router.state.location.href;
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { next, expired: true } });
});
const router = createConsoleRouter(queryClient);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <DirectionProvider>
      <MantineProvider
        theme={mantineTheme}
        defaultColorScheme={isPublicPath(window.location.pathname) ? 'light' : 'dark'}
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
        <Notifications position="bottom-right" limit={3} />
      </MantineProvider>
    </DirectionProvider>
  </StrictMode>,
);
