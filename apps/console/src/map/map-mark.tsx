import { SimulatedMark } from '../components/status-marks.tsx';
import classes from './map-mark.module.css';

/** In a corner of a map on which something is simulated. Its parent is positioned. */
export function MapMark() {
  return (
    <span className={classes.mark}>
      <SimulatedMark />
    </span>
  );
}
