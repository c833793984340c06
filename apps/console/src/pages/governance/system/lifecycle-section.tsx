import type { SystemView } from '@amaan/contracts/api/system-view';
import type { PossibleTransition } from '@amaan/contracts/governance/lifecycle';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { lifecycleQuery } from '../../../api/lifecycle.ts';
import { Mark } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { LifecycleHistory } from './lifecycle-history.tsx';
import { RequestDialog } from './request-dialog.tsx';
import { RequestPanel } from './request-panel.tsx';
import { Section } from './section.tsx';
import { StageLine } from './stage-line.tsx';
import classes from './system.module.css';

/** Where the system stands, what the next stage still needs, and who asked for what. */
export function LifecycleSection({ system }: { system: SystemView }) {
  const { t } = useTranslation();
  const { data: lifecycle, error, refetch } = useQuery(lifecycleQuery(system.id));
  return (
    <Section title={t('lifecycle.title')} hint={t('lifecycle.hint')}>
      {error && !lifecycle ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : lifecycle === undefined ? (
        <Skeleton height={220} />
      ) : (
        <>
          <StageLine stage={lifecycle.stage} />
          {lifecycle.request && <RequestPanel systemId={system.id} request={lifecycle.request} />}
          {lifecycle.possible.map((next) => (
            <NextStage key={next.to} systemId={system.id} next={next} asked={lifecycle.request !== null} />
          ))}
          <LifecycleHistory lifecycle={lifecycle} />
        </>
      )}
    </Section>
  );
}

/** One way on, with its gates. Retiring is always possible, so it stays small. */
function NextStage({
  systemId,
  next,
  asked,
}: {
  systemId: string;
  next: PossibleTransition;
  asked: boolean;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const shut = next.gates.filter(({ missing }) => missing.length > 0);
  const stage = t(`governance.stage.${next.to}`);
  const button = may('lifecycle.request') && !asked && (
    <Button size="xs" variant="default" disabled={shut.length > 0} onClick={() => setOpen(true)}>
      {t('lifecycle.ask', { stage })}
    </Button>
  );
  const dialog = open && <RequestDialog systemId={systemId} next={next} onClose={() => setOpen(false)} />;
  if (next.to === 'retired')
    return (
      <div className={classes.buttons}>
        {button}
        {dialog}
      </div>
    );
  return (
    <div className={classes.next}>
      <strong>
        {shut.length === 0
          ? t('lifecycle.nextOpen', { stage, count: next.approvalsNeeded })
          : t('lifecycle.nextShut', { stage, count: shut.length })}
      </strong>
      <ul className={classes.gates}>
        {next.gates.map(({ id, missing }) => (
          <li key={id} className={classes.gate} data-shut={missing.length > 0 || undefined}>
            <Mark
              shape={missing.length === 0 ? 'circle' : 'triangle'}
              tone={missing.length === 0 ? 'good' : 'high'}
            >
              {t(`lifecycle.gate.${id}`)}
            </Mark>
            {missing.length > 0 && (
              <ul lang="en" dir="auto">
                {missing.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>{button}</div>
      {dialog}
    </div>
  );
}
