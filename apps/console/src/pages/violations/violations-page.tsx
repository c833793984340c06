import { Navigate } from '@tanstack/react-router';
import { useMay } from '../../access.ts';
import { VIOLATION_PLACES } from './violation-places.ts';
import { ViolationsFrame } from './violations-frame.tsx';

/** Leads to the first place that one may use; says so where there is none. */
export function ViolationsPage() {
  const may = useMay();
  const first = VIOLATION_PLACES.find(({ needs }) => needs.some(may));
  return first ? <Navigate to={first.to} replace /> : <ViolationsFrame>{null}</ViolationsFrame>;
}
