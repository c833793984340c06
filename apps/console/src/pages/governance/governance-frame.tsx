import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { ClockNotice } from './clock-notice.tsx';
import classes from './governance.module.css';

/** In the order in which the office works: decide, control, watch, assure. */
const GROUPS = [
  {
    title: 'governance.group.decide',
    places: [
      { to: '/governance', label: 'governance.systems', needs: 'system.read' },
      { to: '/governance/assessments', label: 'governance.nav.assessments', needs: 'record.read' },
      { to: '/governance/risks', label: 'governance.nav.risks', needs: 'record.read' },
    ],
  },
  {
    title: 'governance.group.control',
    places: [
      { to: '/governance/controls', label: 'governance.nav.controls', needs: 'control.read' },
      { to: '/governance/documents', label: 'governance.nav.documents', needs: 'record.read' },
      { to: '/governance/training', label: 'governance.nav.training', needs: 'training.read' },
      { to: '/governance/access', label: 'governance.nav.access', needs: 'access.audit' },
    ],
  },
  {
    title: 'governance.group.watch',
    places: [
      { to: '/governance/monitoring', label: 'governance.nav.monitoring', needs: 'monitoring.read' },
      { to: '/governance/performance', label: 'governance.nav.performance', needs: 'performance.read' },
      { to: '/governance/incidents', label: 'governance.nav.incidents', needs: 'incident.read' },
      { to: '/governance/concerns', label: 'governance.nav.concerns', needs: 'concern.read' },
    ],
  },
  {
    title: 'governance.group.assure',
    places: [
      { to: '/governance/audits', label: 'governance.nav.audits', needs: 'audit.read' },
      { to: '/governance/reviews', label: 'governance.nav.reviews', needs: 'management-review.read' },
      { to: '/governance/pack', label: 'governance.nav.pack', needs: 'pack.create' },
      { to: '/governance/ledger', label: 'governance.ledger', needs: 'ledger.read' },
    ],
  },
] as const satisfies readonly {
  readonly title: string;
  readonly places: readonly {
    readonly to: NonNullable<LinkProps['to']>;
    readonly label: string;
    readonly needs: string;
  }[];
}[];

interface GovernanceFrameProps {
  readonly title: string;
  readonly hint?: string;
  /** Buttons of the page, on the end side of its title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the pages of the governance office: its places on the start side, the page beside them. */
export function GovernanceFrame({ title, hint, actions, children }: GovernanceFrameProps) {
  const { t } = useTranslation();
  const may = useMay();
  const places = useRef<HTMLElement>(null);
  // On a narrow screen the places are one line that scrolls: the one that is open must be seen.
  useEffect(() => {
    const open = places.current?.querySelector('[aria-current="page"]');
    open?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <div className={classes.frame}>
      <nav ref={places} className={classes.places} aria-label={t('governance.title')}>
        {GROUPS.map(({ title: group, places: all }) => {
          const open = all.filter(({ needs }) => may(needs));
          if (open.length === 0) return null;
          return (
            <section key={group} className={classes.group}>
              <h2>{t(group)}</h2>
              {open.map(({ to, label }) => (
                <Link
                  key={to}
                  to={to}
                  className={classes.place}
                  activeOptions={{ exact: to === '/governance', includeSearch: false }}
                >
                  {t(label)}
                </Link>
              ))}
            </section>
          );
        })}
      </nav>
      <div className={classes.page}>
        <header className={classes.heading}>
          <h1>{title}</h1>
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
          {hint !== undefined && <p className="prose quiet">{hint}</p>}
        </header>
        <ClockNotice />
        {children}
      </div>
    </div>
  );
}
