import type { ControlGroup, ControlView } from '@amaan/contracts/governance/control';
import { Link } from '@tanstack/react-router';
import { memo, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import { ControlStatusMark } from './control-status-mark.tsx';
import classes from './controls.module.css';

/** The controls of one standard by objective, theme or clause. Groups that the filter empties are left out. */
export const ControlList = memo(function ControlList({
  groups,
  controls,
  selected,
  evaluatedAt,
}: {
  groups: readonly ControlGroup[];
  controls: readonly ControlView[];
  selected: string | undefined;
  evaluatedAt: string;
}) {
  const { t } = useTranslation();
  const local = useLocalText();
  const list = useRef<HTMLDivElement>(null);
  // A link to a control shows where it stands.
  useLayoutEffect(() => {
    list.current?.querySelector('a[data-open]')?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div ref={list} className={classes.list}>
      <div className={`${classes.row} ${classes.head} quiet`} aria-hidden="true">
        <span>{t('controls.column.id')}</span>
        <span>{t('controls.column.wording')}</span>
        <span className={classes.rowApplies}>{t('controls.column.applicable')}</span>
        <span>{t('controls.column.status')}</span>
        <span>{t('controls.column.evidence')}</span>
      </div>
      {groups.map((group) => {
        const mine = controls.filter((control) => control.group === group.id);
        if (mine.length === 0) return null;
        return (
          <section key={group.id} aria-labelledby={`group-${group.id}`}>
            <h2 id={`group-${group.id}`} className={classes.groupTitle}>
              {local(group.title)}
            </h2>
            <ul className={classes.rows}>
              {mine.map((control) => (
                <ControlRow
                  key={control.id}
                  control={control}
                  open={control.id === selected}
                  evaluatedAt={evaluatedAt}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
});

function ControlRow({
  control,
  open,
  evaluatedAt,
}: {
  control: ControlView;
  open: boolean;
  evaluatedAt: string;
}) {
  const { t } = useTranslation();
  const local = useLocalText();
  return (
    <li>
      <Link
        from="/governance/controls"
        to="."
        search={(before) => ({ ...before, control: control.id })}
        className={classes.row}
        data-open={open || undefined}
        preload={false}
        resetScroll={false}
      >
        <span className={`${classes.id} mono ltr`}>{control.id}</span>
        <span className={classes.wording}>{local(control.wording)}</span>
        <span className={`${classes.rowApplies} quiet`}>
          {t(`controls.applicability.${control.statement.applicability}`)}
        </span>
        <span className={classes.rowStatus}>
          <ControlStatusMark status={control.status} />
        </span>
        <span className={`${classes.rowEvidence} quiet`}>
          {t(`controls.evidence.${control.evidence}`)}{' '}
          <Freshness control={control} evaluatedAt={evaluatedAt} />
        </span>
      </Link>
    </li>
  );
}

/** How old the evidence was when it was asked for; evidence read at that moment says nothing. */
function Freshness({ control: { live }, evaluatedAt }: { control: ControlView; evaluatedAt: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (live === null) return null;
  if (live.stale) return <strong className={classes.red}>{t('controls.evidence.stale')}</strong>;
  const age = Date.parse(evaluatedAt) - Date.parse(live.asOf);
  return age < 1000 ? null : (
    <time dateTime={live.asOf}>{format.relative(live.asOf, Date.parse(evaluatedAt))}</time>
  );
}
