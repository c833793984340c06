import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import { Modal, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeWatchlist, createWatchlist, type WatchlistBody, watchlistsQuery } from '../../../api/faces.ts';
import parts from '../../../components/detail-parts.module.css';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { HINT_BELOW } from '../../../components/list-form/hint-below.ts';
import { SiteSelect } from '../../../components/list-form/site-select.tsx';
import { firstSite, useWorkSites } from '../../../components/list-form/use-work-sites.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useNow } from '../../../format/use-now.ts';
import { latestExpiry, watchlistProblems } from './watchlist-problems.ts';
import classes from './watchlists.module.css';

/** The fields that are a few lines of words, in the order in which they are shown. */
const WORDS = [
  { field: 'purpose', most: 1000 },
  { field: 'criteria', most: 2000 },
  { field: 'legalBasis', most: 500 },
] as const;

/** Every field of a watchlist, to make one, to change it, or to renew it. */
export function WatchlistForm({
  list,
  onSaved,
  onClose,
}: {
  /** Null: a new one. */
  list: Watchlist | null;
  onSaved: (saved: Watchlist) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const now = useNow('ten-seconds');
  const sites = useWorkSites();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<WatchlistBody>(() => draftOf(list));
  const [tried, setTried] = useState(false);
  const siteId = draft.siteId ?? (list === null ? firstSite(sites) : null);
  const change = (changes: Partial<WatchlistBody>) => setDraft((before) => ({ ...before, ...changes }));
  const problems = watchlistProblems(draft, now);
  const problemOf = (field: Parameters<typeof problems.has>[0]) =>
    tried && problems.has(field) && t(`watchlists.need.${field}`);
  const save = useMutation({
    mutationFn: (body: WatchlistBody) =>
      list === null ? createWatchlist(body) : changeWatchlist(list.id, body),
    onSuccess: async (saved) => {
      notifications.show({ message: t('watchlists.saved') });
      onClose();
      onSaved(saved);
      await queryClient.invalidateQueries({ queryKey: watchlistsQuery.queryKey });
    },
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(list === null ? 'watchlists.create' : 'watchlists.edit')}
    >
      <form
        className={parts.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problems.size === 0) save.mutate({ ...draft, siteId });
        }}
      >
        <TextInput
          className={parts.wide ?? ''}
          label={t('watchlists.field.name')}
          value={draft.name}
          maxLength={80}
          dir="auto"
          data-autofocus
          error={problemOf('name')}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        {WORDS.map(({ field, most }) => (
          <Textarea
            key={field}
            className={parts.wide ?? ''}
            label={t(`watchlists.field.${field}`)}
            description={t(`watchlists.hintOf.${field}`)}
            value={draft[field]}
            rows={2}
            maxLength={most}
            dir="auto"
            error={problemOf(field)}
            onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
          />
        ))}
        <TextInput
          className={parts.wide ?? ''}
          label={t('watchlists.field.owner')}
          description={t('watchlists.hintOf.owner')}
          value={draft.owner}
          maxLength={120}
          dir="auto"
          error={problemOf('owner')}
          onChange={({ currentTarget }) => change({ owner: currentTarget.value })}
        />
        <TextInput
          type="date"
          max={latestExpiry(now)}
          label={t('watchlists.field.expiresOn')}
          description={t('watchlists.hintOf.expiresOn')}
          inputWrapperOrder={HINT_BELOW}
          value={draft.expiresOn}
          error={problemOf('expiresOn')}
          onChange={({ currentTarget }) => change({ expiresOn: currentTarget.value })}
        />
        {list === null && (
          <SiteSelect sites={sites} value={siteId} onChange={(chosen) => change({ siteId: chosen })} />
        )}
        <div className={`${parts.wide} ${classes.single}`}>
          {list !== null && <p className="prose">{t('watchlists.changeNote')}</p>}
          <p className="quiet">{t('common.recorded')}</p>
          <ProblemLine error={save.error} />
          <FormButtons pending={save.isPending} onClose={onClose} />
        </div>
      </form>
    </Modal>
  );
}

function draftOf(list: Watchlist | null): WatchlistBody {
  if (list === null)
    return {
      ...{ name: '', purpose: '', criteria: '', owner: '', legalBasis: '' },
      ...{ expiresOn: '', siteId: null },
    };
  const { name, purpose, criteria, owner, legalBasis, expiresOn, siteId } = list;
  return { name, purpose, criteria, owner, legalBasis, expiresOn, siteId };
}
