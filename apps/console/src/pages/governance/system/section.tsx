import type { ReactNode } from 'react';
import classes from './system.module.css';

/** One part of the page of a system. */
export function Section({
  title,
  hint,
  actions,
  children,
}: {
  title: string;
  hint?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.section} aria-label={title}>
      <header className={classes.heading}>
        <h2>{title}</h2>
        {actions}
      </header>
      {hint !== undefined && <p className="quiet">{hint}</p>}
      {children}
    </section>
  );
}

/** A heading with what belongs to it, within a part. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.block}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Sentences of the code's authors, which are in English whatever the language of the page. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul lang="en" dir="auto">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
