import type { ReactNode } from 'react';
import classes from './notice.module.css';

/** Says what belongs here, and gives the button. */
export function EmptyNotice({
  icon,
  title,
  hint,
  action,
}: {
  icon: ReactNode;
  title: string;
  hint?: string;
  action?: ReactNode;
}) {
  return (
    <div className={classes.notice}>
      <span className={classes.emptyIcon} aria-hidden="true">
        {icon}
      </span>
      <h2>{title}</h2>
      {hint && <p className="prose quiet">{hint}</p>}
      {action}
    </div>
  );
}
