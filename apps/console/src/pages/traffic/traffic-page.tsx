import { Navigate } from '@tanstack/react-router';
import { useMay } from '../../access.ts';
import { TrafficFrame } from './traffic-frame.tsx';
import { TRAFFIC_PLACES } from './traffic-places.ts';

/** Leads to the first place that one may use; says so where there is none. */
export function TrafficPage() {
  const may = useMay();
  const first = TRAFFIC_PLACES.find(({ needs }) => needs.some(may));
  return first ? <Navigate to={first.to} replace /> : <TrafficFrame>{null}</TrafficFrame>;
}
