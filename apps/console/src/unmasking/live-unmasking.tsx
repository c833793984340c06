import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEye, IconHourglass } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../access.ts';
import { revokeUnmasking, unmaskingsKey } from '../api/unmaskings.ts';
import { ProblemLine } from '../components/problem-notice.tsx';
import { useFormat } from '../format/use-format.ts';
import { useNow } from '../format/use-now.ts';
import { UnmaskDialog } from './unmask-dialog.tsx';
import classes from './unmasking.module.css';
import { useUnmasking } from './use-unmasking.ts';

/**
 * Asks for a camera's open view for some minutes, says how long it is left, and ends it. Whether the view is masked the live
 * view says itself, by what the server sends; it changes when the right begins or ends.
 */
export function LiveUnmasking({ cameraId }: { cameraId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const now = useNow('second');
  const queryClient = useQueryClient();
  const unmasking = useUnmasking({ kind: 'live', cameraId, minutes: 1 });
  const [asking, setAsking] = useState(false);
  const end = useMutation({
    mutationFn: (id: string) => revokeUnmasking(id, t('unmasking.seenEnough')),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: unmaskingsKey }),
  });
  if (unmasking?.live === true && unmasking.until !== null)
    return (
      <div className={classes.live} data-open role="status">
        <IconEye size={18} aria-hidden="true" />
        <strong>
          {t('unmasking.openUntil', {
            time: format.clock(new Date(unmasking.until)),
            case: unmasking.caseNumber,
          })}
        </strong>
        <span className="ltr">{format.span(Math.max(0, Date.parse(unmasking.until) - now))}</span>
        <Button size="xs" variant="default" loading={end.isPending} onClick={() => end.mutate(unmasking.id)}>
          {t('unmasking.end')}
        </Button>
        <ProblemLine error={end.error} />
      </div>
    );
  if (unmasking === null && !may('unmask.request')) return null;
  return (
    <div className={classes.live}>
      {unmasking !== null ? (
        <Link to="/cases/unmaskings" search={{ show: 'waiting', id: unmasking.id }} className={classes.waits}>
          <IconHourglass size={16} aria-hidden="true" />
          {t('unmasking.waits')}
        </Link>
      ) : (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconEye size={16} aria-hidden="true" />}
          onClick={() => setAsking(true)}
        >
          {t('unmasking.askLive')}
        </Button>
      )}
      {asking && (
        <UnmaskDialog
          subject={{ kind: 'live', cameraId, minutes: 1 }}
          onGranted={({ live }) => {
            if (!live) notifications.show({ message: t('unmasking.sent') });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
