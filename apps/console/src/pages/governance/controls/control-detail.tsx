import type { ControlDetail as Detail, LiveEvidence, Standard } from '@amaan/contracts/governance/control';
import { Button, CloseButton, Skeleton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { controlQuery } from '../../../api/controls.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { DemoMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import { ControlDocuments } from './control-documents.tsx';
import { ControlForm } from './control-form.tsx';
import { ControlHistory } from './control-history.tsx';
import { ControlStatusMark } from './control-status-mark.tsx';
import classes from './controls.module.css';
import { Block } from './detail-block.tsx';

/** One control: why it has its colour, what shows it, and what was decided. */
export function ControlDetail({
  standard,
  id,
  onClose,
}: {
  standard: Standard;
  id: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(controlQuery(standard, id));
  return (
    <aside className={classes.detail} aria-label={id}>
      <CloseButton className={classes.close} onClick={onClose} aria-label={t('controls.close')} />
      {error && !data ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={360} />
      ) : (
        <Opened key={`${standard} ${id}`} detail={data} />
      )}
    </aside>
  );
}

function Opened({ detail }: { detail: Detail }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { control } = detail;
  const { statement } = control;
  return (
    <>
      <header className={classes.detailHeading}>
        <span className="mono ltr quiet">{control.id}</span>
        <h2>{local(control.wording)}</h2>
        <ControlStatusMark status={control.status} />
        {control.record?.demo && <DemoMark />}
      </header>
      {control.reason.en !== control.live?.summary.en && (
        <Block title={t('controls.why')}>
          <p className="prose">{local(control.reason)}</p>
        </Block>
      )}
      <Block title={t('controls.evidence.liveTitle')}>
        {control.live === null ? (
          <p className="prose quiet">{t('controls.evidence.noLive')}</p>
        ) : (
          <Live live={control.live} />
        )}
      </Block>
      <Block title={t('controls.documents.title')}>
        <ControlDocuments documents={control.documents} />
      </Block>
      <Block title={t('controls.evidence.expected')}>
        <p className="prose quiet">{local(control.expected)}</p>
      </Block>
      <Block title={t('controls.decision')}>
        {editing ? (
          <ControlForm control={control} onDone={() => setEditing(false)} />
        ) : (
          <>
            <dl className={classes.facts}>
              <dt className="quiet">{t('controls.applicability.label')}</dt>
              <dd>
                {control.mandatory
                  ? t('controls.applicability.always')
                  : t(`controls.applicability.${statement.applicability}`)}
              </dd>
              {control.record !== null && (
                <>
                  <dt className="quiet">{t('controls.implementation.label')}</dt>
                  <dd>{t(`controls.implementation.${statement.implementation}`)}</dd>
                </>
              )}
              <dt className="quiet">{t('controls.owner')}</dt>
              <dd dir="auto">{statement.owner ?? t('controls.noOwner')}</dd>
              {statement.justification !== '' && (
                <>
                  <dt className="quiet">{t('controls.justification')}</dt>
                  <dd dir="auto">{statement.justification}</dd>
                </>
              )}
              {statement.notes !== '' && (
                <>
                  <dt className="quiet">{t('controls.notes')}</dt>
                  <dd dir="auto">{statement.notes}</dd>
                </>
              )}
            </dl>
            {may('control.write') && (
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPencil size={14} aria-hidden="true" />}
                onClick={() => setEditing(true)}
              >
                {control.record === null ? t('controls.edit') : t('controls.change')}
              </Button>
            )}
          </>
        )}
      </Block>
      <ControlHistory detail={detail} />
    </>
  );
}

function Live({ live }: { live: LiveEvidence }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const format = useFormat();
  const figures = Object.entries(live.figures);
  return (
    <>
      <p className="prose">{local(live.summary)}</p>
      <p className="quiet">
        <time dateTime={live.asOf}>{t('controls.evidence.asOf', { when: format.dateTime(live.asOf) })}</time>{' '}
        {live.stale && <strong className={classes.red}>{t('controls.evidence.stale')}</strong>}
      </p>
      {figures.length > 0 && (
        <details>
          <summary>{t('controls.evidence.figures')}</summary>
          <dl className={classes.figures} dir="ltr">
            {figures.map(([name, value]) => (
              <div key={name}>
                <dt className="quiet">{spaced(name)}</dt>
                <dd>{typeof value === 'number' ? format.number(value, 2) : (value ?? '–')}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {live.sources.length > 0 && (
        <p className={classes.sources}>
          <span className="quiet">{t('controls.evidence.sources')}</span>
          {live.sources.map(({ label, href }) => (
            <a key={`${label} ${href}`} href={href} className="ltr">
              {label}
            </a>
          ))}
        </p>
      )}
    </>
  );
}

/** `lastCheckAt` → `last check at`: figures are named as the API names them. */
function spaced(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
