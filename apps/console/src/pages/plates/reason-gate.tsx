import type { StatedPurposeView } from '@amaan/contracts/stated-purpose';
import { Button } from '@mantine/core';
import { IconNotes } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { purposeQuery } from '../../api/access.ts';
import { useFormat } from '../../format/use-format.ts';
import { PurposeDialog } from '../purpose/purpose-dialog.tsx';
import classes from './reason-gate.module.css';
import { keepSearchReason, useSearchReason } from './use-search-reason.ts';

/**
 * Asks for case, purpose and reason before something is searched for the first time, and shows afterwards for which
 * case one searches.
 * @returns `withReason` runs what needs a reason, at once or after the dialog; `bar` and `dialog` go onto the page
 */
export function useReasonGate(): {
  withReason: (run: (reason: string) => void) => void;
  bar: ReactNode;
  dialog: ReactNode;
} {
  const { t } = useTranslation();
  const format = useFormat();
  const queryClient = useQueryClient();
  const reason = useSearchReason();
  /** What waits for the reason; `null`: the dialog is closed. */
  const [waiting, setWaiting] = useState<{ run: ((reason: string) => void) | null } | null>(null);
  const stated = (purpose: StatedPurposeView) => {
    keepSearchReason(purpose.id);
    queryClient.setQueryData(purposeQuery.queryKey, { purpose });
    waiting?.run?.(purpose.statement);
  };
  return {
    withReason: (run) => (reason === null ? setWaiting({ run }) : run(reason.statement)),
    bar: reason !== null && (
      <div className={classes.bar} role="status">
        <IconNotes size={16} aria-hidden="true" />
        <span>
          {t('plates.purpose.searching', {
            number: reason.caseNumber,
            time: format.clock(new Date(reason.expiresAt)),
          })}
        </span>
        <span className={`${classes.statement} quiet`}>
          <bdi>{reason.statement}</bdi>
        </span>
        <Button size="compact-xs" variant="default" onClick={() => setWaiting({ run: null })}>
          {t('plates.purpose.change')}
        </Button>
      </div>
    ),
    dialog: waiting !== null && (
      <PurposeDialog
        title={t('plates.purpose.reasonTitle')}
        why={t('plates.purpose.why')}
        onStated={stated}
        onClose={() => setWaiting(null)}
      />
    ),
  };
}
