import { IconLock } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../access.ts';
import classes from './area-frame.module.css';
import { EmptyNotice } from './empty-notice.tsx';

/** A place of an area, with the actions without any of which it shows nothing. */
export interface AreaPlace {
  readonly to: string;
  readonly label: string;
  readonly needs: readonly string[];
}

/** The places of an area in one line, and the one that is open below it. */
export function AreaFrame(props: {
  title: string;
  places: readonly AreaPlace[];
  /** Said to whom no place is open. */
  nothing: { readonly title: string; readonly hint: string };
  children: ReactNode;
}) {
  const may = useMay();
  const open = props.places.filter(({ needs }) => needs.some(may));
  if (open.length === 0) return <EmptyNotice icon={<IconLock />} {...props.nothing} />;
  return (
    <div className={classes.frame}>
      <nav className={classes.tabs} aria-label={props.title}>
        {open.map(({ to, label }) => (
          <Link
            key={to}
            to={to as NonNullable<LinkProps['to']>}
            className={classes.tab}
            // A place whose address others go on from is open only where none of them is.
            activeOptions={{
              includeSearch: false,
              exact: open.some((other) => other.to.startsWith(`${to}/`)),
            }}
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className={classes.body}>{props.children}</div>
    </div>
  );
}
