import type { LocalText } from '@amaan/contracts/ai-system';
import type { ReactNode } from 'react';
import { useLocalText } from '../../../format/use-local-text.ts';
import classes from './system.module.css';

/** One part of the page of a system. */
export function Section({
  id,
  title,
  hint,
  actions,
  children,
}: {
  /** What links to this part name. */
  id?: string;
  title: string;
  hint?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} className={classes.section} aria-label={title}>
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
export function Block({ id, title, children }: { id?: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className={classes.block}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Sentences of the code's authors, in the language of the page. */
export function Lines({ lines }: { lines: readonly LocalText[] }) {
  const local = useLocalText();
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.en}>{local(line)}</li>
      ))}
    </ul>
  );
}
