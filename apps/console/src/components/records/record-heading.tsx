import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { DemoMark } from '../status-marks.tsx';
import { RecordStatusMark } from './record-status-mark.tsx';
import classes from './records.module.css';

/** Number, state, title, owner and dates of a record, with what can be done to it. */
export function RecordHeading({
  record,
  title = record.title,
  about,
  overdue = false,
  actions,
  onClose,
}: {
  record: GovernanceRecord;
  title?: string;
  /** Stands where otherwise the owner and the review date do. */
  about?: string;
  overdue?: boolean;
  actions?: ReactNode;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, status, version, owner, reviewAt, demo } = record;
  return (
    <header className={classes.heading}>
      <div className={classes.headingLine}>
        <Button
          className={classes.back}
          variant="subtle"
          size="xs"
          leftSection={<IconArrowLeft size={16} className="mirrored" aria-hidden="true" />}
          onClick={onClose}
        >
          {t('common.back')}
        </Button>
        <span className="quiet mono ltr">{number}</span>
        <RecordStatusMark status={status} />
        <span className="quiet">{t('documents.version', { version: format.number(version) })}</span>
        {demo && <DemoMark />}
      </div>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <p className="quiet">
        {about ?? (owner === null ? t('documents.noOwner') : t('documents.ownedBy', { owner }))}
        {reviewAt !== null && (
          <>
            {' · '}
            <span className={overdue ? classes.late : undefined}>
              {t(overdue ? 'documents.reviewOverdue' : 'documents.reviewBy', { date: format.date(reviewAt) })}
            </span>
          </>
        )}
      </p>
      <div className={classes.actions}>{actions}</div>
    </header>
  );
}
