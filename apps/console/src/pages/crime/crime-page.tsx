import { Navigate } from '@tanstack/react-router';
import { useMay } from '../../access.ts';
import { CrimeFrame } from './crime-frame.tsx';
import { CRIME_PLACES } from './crime-places.ts';

/** Leads to the first place that one may use; says so where there is none. */
export function CrimePage() {
  const may = useMay();
  const first = CRIME_PLACES.find(({ needs }) => needs.some(may));
  return first ? <Navigate to={first.to} replace /> : <CrimeFrame>{null}</CrimeFrame>;
}
