import { Skeleton } from '@mantine/core';
import { IconPointer } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNotice } from '../empty-notice.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import classes from './records.module.css';

/** The list on the start side, the chosen record on the end side; on a narrow screen one of them. */
export function RecordColumns({
  above,
  loading,
  error,
  empty,
  list,
  detail,
  onRetry,
}: {
  /** Filters and overviews; on a narrow screen they give way to the chosen record. */
  above?: ReactNode;
  loading: boolean;
  error: Error | null;
  /** Shown instead of an empty list; null: the list is not empty. */
  empty: ReactNode;
  list: ReactNode;
  /** Null: nothing is chosen. */
  detail: ReactNode;
  onRetry: () => void;
}) {
  const { t } = useTranslation();
  const open = detail !== null || undefined;
  if (error) return <ProblemNotice error={error} onRetry={onRetry} />;
  return (
    <>
      {above !== undefined && (
        <div className={classes.above} data-open={open}>
          {above}
        </div>
      )}
      {loading ? (
        <Skeleton height={320} />
      ) : empty !== null && detail === null ? (
        empty
      ) : (
        <div className={classes.columns} data-open={open}>
          {empty ?? list}
          {detail ?? <EmptyNotice icon={<IconPointer />} title={t('documents.choose')} />}
        </div>
      )}
    </>
  );
}
