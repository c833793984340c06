import type { LiveUpdate } from '@amaan/contracts/live-update';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useMay } from './access.ts';
import { purposeQuery } from './api/access.ts';
import { applyAlert } from './api/apply-alert.ts';
import { applyRead } from './api/apply-read.ts';
import { applySignals } from './api/apply-signals.ts';
import { applyMeasured } from './api/apply-traffic.ts';
import { camerasQuery } from './api/cameras.ts';
import { challansKey } from './api/challans.ts';
import { civicKey } from './api/civic.ts';
import { contestsKey } from './api/contests.ts';
import { explanationQuery } from './api/explanations.ts';
import { faceMatchesKey } from './api/face-matches.ts';
import { pictureSearchesKey } from './api/face-searches.ts';
import { authorisationsKey, watchlistsQuery } from './api/faces.ts';
import { ledgerHeadQuery } from './api/ledger.ts';
import { alertStepsQuery } from './api/performance.ts';
import { statusQuery, systemsQuery } from './api/platform.ts';
import { meQuery } from './api/session.ts';
import { signalsKey } from './api/signals.ts';
import { trafficKey } from './api/traffic.ts';
import { unmaskingsKey } from './api/unmaskings.ts';
import { violationsKey } from './api/violations.ts';

const RETRY_MS = 3_000;

/** Whether pushes arrive: `false` means that what is on the screen may be out of date. */
const Connected = createContext(true);

export const useConnected = () => useContext(Connected);

/** Keeps the cache in step with the server's pushes, so that nothing on the screen needs a reload. */
export function LiveUpdates({ children }: { children: ReactNode }) {
  const [connected, setConnected] = useState(true);
  const may = useMay();
  const { data: stated } = useQuery({ ...purposeQuery, enabled: may('purpose.state') });
  return (
    <Connected value={connected}>
      {/* The stream tells what could be seen when it began: a purpose that begins or ends begins it anew. */}
      <UpdateStream key={stated?.purpose?.id ?? 'no purpose'} onConnected={setConnected} />
      {children}
    </Connected>
  );
}

function UpdateStream({ onConnected }: { onConnected: (connected: boolean) => void }) {
  const queryClient = useQueryClient();
  useEffect(() => {
    let source: EventSource;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let interrupted = false;
    const connect = () => {
      source = new EventSource('/api/updates');
      source.onopen = () => {
        onConnected(true);
        if (interrupted) void queryClient.invalidateQueries();
        interrupted = false;
      };
      source.onmessage = ({ data }) => apply(queryClient, JSON.parse(data) as LiveUpdate);
      source.onerror = () => {
        interrupted = true;
        onConnected(false);
        // A browser retries by itself while connecting, but not after an answer that it did not like: maybe
        // the session has ended, which asking who is signed in tells.
        if (source.readyState !== EventSource.CLOSED) return;
        void queryClient.invalidateQueries({ queryKey: meQuery.queryKey, exact: true });
        retry = setTimeout(connect, RETRY_MS);
      };
    };
    connect();
    return () => {
      clearTimeout(retry);
      source.close();
    };
  }, [queryClient, onConnected]);
  return null;
}

function apply(queryClient: QueryClient, update: LiveUpdate): void {
  switch (update.type) {
    case 'alert-raised':
    case 'alert-changed':
      applyAlert(queryClient, update.alert, update.type === 'alert-raised');
      void queryClient.invalidateQueries({ queryKey: explanationQuery('alert', update.alert.id).queryKey });
      void queryClient.invalidateQueries({ queryKey: alertStepsQuery(update.alert.id).queryKey });
      break;
    case 'plate-read':
      applyRead(queryClient, update.sighting);
      break;
    case 'face-match':
      void queryClient.invalidateQueries({ queryKey: faceMatchesKey });
      void queryClient.invalidateQueries({ queryKey: pictureSearchesKey });
      void queryClient.invalidateQueries({
        queryKey: explanationQuery('face-match', update.match.matchId).queryKey,
      });
      break;
    case 'face-matches-changed':
      void queryClient.invalidateQueries({ queryKey: faceMatchesKey });
      void queryClient.invalidateQueries({ queryKey: authorisationsKey });
      break;
    case 'watchlists-changed':
      void queryClient.invalidateQueries({ queryKey: watchlistsQuery.queryKey });
      break;
    case 'face-authorisations-changed':
      void queryClient.invalidateQueries({ queryKey: authorisationsKey });
      break;
    case 'unmaskings-changed':
      void queryClient.invalidateQueries({ queryKey: unmaskingsKey });
      break;
    case 'camera-status': {
      const byCamera = new Map(update.statuses.map((status) => [status.cameraId, status]));
      queryClient.setQueryData(camerasQuery.queryKey, (cameras) =>
        cameras?.map((camera) => {
          const status = byCamera.get(camera.id);
          return status ? { ...camera, status } : camera;
        }),
      );
      break;
    }
    case 'cameras-changed':
      void queryClient.invalidateQueries({ queryKey: camerasQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: statusQuery.queryKey });
      break;
    case 'incidents-changed':
      // The list, an open one, and what the top bar and the rail say.
      void queryClient.invalidateQueries({ queryKey: ['flow', 'incident'] });
      void queryClient.invalidateQueries({ queryKey: statusQuery.queryKey });
      break;
    case 'traffic-measured':
      applyMeasured(queryClient, update.cameras);
      break;
    case 'traffic-changed':
      void queryClient.invalidateQueries({ queryKey: trafficKey });
      break;
    case 'signals':
      applySignals(queryClient, update.junctions);
      break;
    case 'signals-changed':
      void queryClient.invalidateQueries({ queryKey: signalsKey });
      break;
    case 'violations-changed':
      void queryClient.invalidateQueries({ queryKey: violationsKey });
      void queryClient.invalidateQueries({ queryKey: challansKey });
      void queryClient.invalidateQueries({ queryKey: ['challan'] });
      void queryClient.invalidateQueries({ queryKey: contestsKey });
      break;
    case 'civic-tickets-changed':
      void queryClient.invalidateQueries({ queryKey: civicKey });
      break;
    case 'systems-changed':
      void queryClient.invalidateQueries({ queryKey: systemsQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: statusQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: ledgerHeadQuery.queryKey });
      break;
  }
}
