import type { Hotlist, HotlistEntry } from '@amaan/contracts/plates/hotlist';
import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { decideEntry, entriesQuery, hotlistsQuery } from '../../../api/hotlists.ts';
import { meQuery } from '../../../api/session.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import parts from '../../../components/detail-parts.module.css';
import { PlateText } from '../../../components/plate-text.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './hotlists.module.css';

const LEAST_LETTERS = 3;

interface Asked {
  readonly entry: HotlistEntry;
  readonly decision: 'approved' | 'refused';
}

/** Entries that count only once a second person has approved them: who asked, and the two answers. */
export function ApprovalPanel({ list }: { list: Hotlist }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { data: me } = useQuery(meQuery);
  const waiting = useInfiniteQuery({
    ...entriesQuery(list.id, { state: 'waiting' }),
    enabled: list.waiting > 0,
  });
  const [asked, setAsked] = useState<Asked | null>(null);
  const entries = waiting.data?.pages.flat() ?? [];
  if (list.waiting === 0) return null;
  return (
    <section className={parts.panel} data-waiting aria-labelledby="approvals">
      <h2 id="approvals">{t('hotlists.approval.title', { count: list.waiting })}</h2>
      <p className="prose quiet">{t('hotlists.approval.hint')}</p>
      {waiting.error && entries.length === 0 && (
        <ProblemNotice error={waiting.error} onRetry={() => void waiting.refetch()} />
      )}
      <ul className={classes.requests}>
        {entries.map((entry) => {
          const own = me !== undefined && [me.name, me.id, me.username].includes(entry.addedBy);
          return (
            <li key={entry.id} className={classes.request}>
              <PlateText text={entry.plate} />
              <span className={classes.words}>
                {(entry.caseNumber !== '' || entry.note !== '') && (
                  <span>
                    <bdi>{[entry.caseNumber, entry.note].filter((part) => part !== '').join(' · ')}</bdi>
                  </span>
                )}
                <span className="quiet">
                  {t('hotlists.approval.asked', {
                    name: entry.addedBy,
                    time: format.dateTime(entry.addedAt),
                  })}
                </span>
              </span>
              {own ? (
                <span className="quiet">{t('hotlists.approval.own')}</span>
              ) : !may('hotlist.approve') ? (
                <span className="quiet">{t('hotlists.approval.noRight')}</span>
              ) : (
                <span className={parts.actions}>
                  <Button size="xs" onClick={() => setAsked({ entry, decision: 'approved' })}>
                    {t('hotlists.approval.approve')}
                  </Button>
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => setAsked({ entry, decision: 'refused' })}
                  >
                    {t('hotlists.approval.refuse')}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {waiting.hasNextPage && (
        <span>
          <Button
            size="xs"
            variant="default"
            loading={waiting.isFetchingNextPage}
            onClick={() => void waiting.fetchNextPage()}
          >
            {t('hotlists.entry.more')}
          </Button>
        </span>
      )}
      {asked && <DecisionDialog list={list} asked={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

function DecisionDialog({
  list,
  asked: { entry, decision },
  onClose,
}: {
  list: Hotlist;
  asked: Asked;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const approving = decision === 'approved';
  const { plate } = entry;
  const missing = !approving && note.trim().length < LEAST_LETTERS;
  const decide = useMutation({
    mutationFn: () => decideEntry(list.id, entry.id, { decision, note }),
    onSuccess: async () => {
      notifications.show({
        message: t(approving ? 'hotlists.approval.approved' : 'hotlists.approval.refused', { plate }),
      });
      onClose();
      await queryClient.invalidateQueries({ queryKey: hotlistsQuery.queryKey });
    },
  });
  return (
    <ConfirmDialog
      title={t(approving ? 'hotlists.approval.approveTitle' : 'hotlists.approval.refuseTitle', { plate })}
      text={t(approving ? 'hotlists.approval.approveText' : 'hotlists.approval.refuseText')}
      action={t(approving ? 'hotlists.approval.approve' : 'hotlists.approval.refuse')}
      pending={decide.isPending}
      error={decide.error}
      onConfirm={() => {
        setTried(true);
        if (!missing) decide.mutate();
      }}
      onClose={onClose}
    >
      <Textarea
        label={
          approving ? `${t('hotlists.approval.note')} (${t('common.optional')})` : t('hotlists.approval.note')
        }
        value={note}
        rows={2}
        maxLength={500}
        dir="auto"
        data-autofocus
        error={tried && missing && t('hotlists.approval.noteNeeded')}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <p className="quiet">{t('common.recorded')}</p>
    </ConfirmDialog>
  );
}
