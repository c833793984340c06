import { Skeleton } from '@mantine/core';
import { IconPointer } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNotice } from '../empty-notice.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import classes from './records.module.css';

/** The list on the start side, the chosen record on the end side; on a narrow screen one of them. */
export function RecordColumns({
  loading,
  error,
  empty,
  list,
  detail,
  onRetry,
}: {
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
  if (error) return <ProblemNotice error={error} onRetry={onRetry} />;
  if (loading) return <Skeleton height={320} />;
  if (empty !== null && detail === null) return empty;
  return (
    <div className={classes.columns} data-open={detail !== null || undefined}>
      {empty ?? list}
      {detail ?? <EmptyNotice icon={<IconPointer />} title={t('documents.choose')} />}
    </div>
  );
}
