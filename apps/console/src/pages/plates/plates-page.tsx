import { Navigate } from '@tanstack/react-router';
import { useMay } from '../../access.ts';
import { PLATE_PLACES } from './plate-places.ts';
import { PlatesFrame } from './plates-frame.tsx';

/** Leads to the first place that one may use; says so where there is none. */
export function PlatesPage() {
  const may = useMay();
  const first = PLATE_PLACES.find(({ needs }) => needs.some(may));
  return first ? <Navigate to={first.to} replace /> : <PlatesFrame>{null}</PlatesFrame>;
}
