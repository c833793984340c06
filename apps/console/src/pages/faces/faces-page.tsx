import { Navigate } from '@tanstack/react-router';
import { useMay } from '../../access.ts';
import { FACE_PLACES } from './face-places.ts';
import { FacesFrame } from './faces-frame.tsx';

/** Leads to the first place that one may use; says so where there is none. */
export function FacesPage() {
  const may = useMay();
  const first = FACE_PLACES.find(({ needs }) => needs.some(may));
  return first ? <Navigate to={first.to} replace /> : <FacesFrame>{null}</FacesFrame>;
}
