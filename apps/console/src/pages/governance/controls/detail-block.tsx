import type { ReactNode } from 'react';
import classes from './controls.module.css';

/** A titled part of the detail. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.block}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
