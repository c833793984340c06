import type { Unmasking, UnmaskSubject } from '@amaan/contracts/redaction/unmasking';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEye, IconEyeOff, IconHourglass } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../access.ts';
import { revokeUnmasking, unmaskingsKey, withView } from '../api/unmaskings.ts';
import { ProblemLine } from '../components/problem-notice.tsx';
import { useFormat } from '../format/use-format.ts';
import { EvidenceDownloads } from './evidence-downloads.tsx';
import { UnmaskDialog } from './unmask-dialog.tsx';
import classes from './unmasking.module.css';
import { useUnmasking } from './use-unmasking.ts';

/**
 * A picture or clip with the word that says whether it is masked, and for who may the way to the original. The original
 * is shown when somebody asks for it, never by itself, since each opening is recorded.
 */
export function MaskedFrame({
  subject,
  url,
  children,
}: {
  subject: UnmaskSubject;
  /** The masked version. */
  url: string;
  /** Draws what lies at an address. */
  children: (url: string) => ReactNode;
}) {
  const unmasking = useUnmasking(subject);
  const [wanted, setWanted] = useState<string | null>(null);
  const isOriginal = unmasking?.live === true && wanted === unmasking.id;
  return (
    <div className={classes.frame} data-original={isOriginal || undefined}>
      {isOriginal && <OriginalBar unmasking={unmasking} onHide={() => setWanted(null)} />}
      {children(withView(url, { original: isOriginal }))}
      <div className={classes.seal}>
        {!isOriginal && <MaskedSeal subject={subject} unmasking={unmasking} onOpen={setWanted} />}
        {subject.kind === 'evidence' && (
          <EvidenceDownloads subject={subject} url={url} isOriginal={isOriginal} />
        )}
      </div>
    </div>
  );
}

/** Above an original: until when it is open and for which case, and how to end it. */
function OriginalBar({ unmasking, onHide }: { unmasking: Unmasking; onHide: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: () => revokeUnmasking(unmasking.id, t('unmasking.seenEnough')),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: unmaskingsKey }),
  });
  const until = unmasking.until ?? unmasking.askedAt;
  return (
    <div className={classes.original} role="status">
      <IconEye size={18} aria-hidden="true" />
      <strong>
        {t('unmasking.openUntil', { time: format.clock(new Date(until)), case: unmasking.caseNumber })}
      </strong>
      <span className={classes.grow} />
      <Button size="xs" variant="default" onClick={onHide}>
        {t('unmasking.hide')}
      </Button>
      <Button size="xs" variant="default" loading={end.isPending} onClick={() => end.mutate()}>
        {t('unmasking.end')}
      </Button>
      <ProblemLine error={end.error} />
    </div>
  );
}

/** Below a masked picture: that it is masked, and what somebody can do about it. */
function MaskedSeal({
  subject,
  unmasking,
  onOpen,
}: {
  subject: UnmaskSubject;
  unmasking: Unmasking | null;
  onOpen: (id: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <span className={classes.masked} title={t('unmasking.maskedHint')}>
        <IconEyeOff size={16} aria-hidden="true" />
        {t('unmasking.masked')}
      </span>
      {unmasking?.state === 'waiting' ? (
        <Link to="/cases/unmaskings" search={{ show: 'waiting', id: unmasking.id }} className={classes.waits}>
          <IconHourglass size={16} aria-hidden="true" />
          {t('unmasking.waits')}
        </Link>
      ) : unmasking !== null ? (
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconEye size={14} aria-hidden="true" />}
          onClick={() => onOpen(unmasking.id)}
        >
          {t('unmasking.show', { time: format.clock(new Date(unmasking.until ?? unmasking.askedAt)) })}
        </Button>
      ) : (
        may('unmask.request') && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconEye size={14} aria-hidden="true" />}
            onClick={() => setAsking(true)}
          >
            {t('unmasking.ask')}
          </Button>
        )
      )}
      {asking && (
        <UnmaskDialog
          subject={subject}
          onGranted={({ id, live }) => {
            if (live) onOpen(id);
            else notifications.show({ message: t('unmasking.sent') });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
