import type { PackJob } from '@amaan/contracts/api/evidence-pack';
import { Button, Progress } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { packFileUrl, packsQuery, removePack } from '../../../api/packs.ts';
import { meQuery } from '../../../api/session.ts';
import { DigestText } from '../../../components/digest-text.tsx';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { ProvenDownload } from '../../../step-up/proven-download.tsx';
import classes from './pack-page.module.css';

const MARKS: Record<PackJob['state'], { shape: Shape; tone: Tone }> = {
  running: { shape: 'diamond', tone: 'low' },
  done: { shape: 'circle', tone: 'good' },
  failed: { shape: 'triangle', tone: 'critical' },
  cancelled: { shape: 'square', tone: 'quiet' },
};

/** One pack: how far it is, or where to fetch it. */
export function PackRow({ pack }: { pack: PackJob }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removePack(pack.id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: packsQuery.queryKey }),
  });
  const { data: me } = useQuery(meQuery);
  const may = useMay();
  const mine = may('pack.remove-any') || pack.maker === `user:${me?.id}`;
  const { state, progress, file } = pack;
  const day = (instant: string) => instant.slice(0, 10);
  return (
    <article className={classes.pack}>
      <header className={classes.row}>
        <Mark {...MARKS[state]}>{t(`evidencePack.state.${state}`)}</Mark>
        <strong className="ltr">
          {day(pack.from)} – {day(new Date(Date.parse(pack.to) - 1).toISOString())}
        </strong>
        <span className="quiet">
          {t('evidencePack.by', { name: pack.requestedBy, at: format.dateTime(pack.startedAt) })}
        </span>
      </header>
      {state === 'running' && (
        <>
          <Progress
            value={(100 * progress.done) / progress.total}
            aria-label={t('evidencePack.state.running')}
          />
          <span className="quiet">
            {t('evidencePack.progress', {
              step: progress.step,
              done: format.number(progress.done),
              total: format.number(progress.total),
            })}
          </span>
        </>
      )}
      {pack.error && (
        <p role="alert">
          {pack.error.message} <span className="quiet mono ltr">{pack.error.code}</span>
        </p>
      )}
      <div className={classes.row}>
        {file && (
          <ProvenDownload
            href={packFileUrl(pack.id)}
            name={file.name}
            size="compact-md"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
          >
            {t('evidencePack.download', { size: format.number(file.bytes / 1e6, 1) })}
          </ProvenDownload>
        )}
        {file && <DigestText value={file.digest} label="sha256" />}
        {mine ? (
          <Button
            size="compact-md"
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {t(state === 'running' ? 'common.cancel' : 'evidencePack.remove')}
          </Button>
        ) : (
          <span className="quiet">{t('evidencePack.notYours')}</span>
        )}
      </div>
      <ProblemLine error={remove.error} />
    </article>
  );
}
