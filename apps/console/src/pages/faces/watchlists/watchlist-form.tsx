import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeWatchlist, createWatchlist, type WatchlistBody, watchlistsQuery } from '../../../api/faces.ts';
import { sitesQuery } from '../../../api/platform.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useNow } from '../../../format/use-now.ts';
import { useWorkSites } from '../../plates/hotlists/use-may-fill.ts';
import { latestExpiry, watchlistProblems } from './watchlist-problems.ts';
import classes from './watchlists.module.css';

const EVERY_SITE = 'all';

/** The fields that are a few lines of words, in the order in which they are shown. */
const WORDS = [
  { field: 'purpose', most: 1000 },
  { field: 'criteria', most: 2000 },
  { field: 'legalBasis', most: 500 },
] as const;

/** Hints below the fields, so that fields beside each other stay in line. */
const BELOW: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

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
  const scope = useWorkSites();
  const queryClient = useQueryClient();
  const { data: known = [] } = useQuery(sitesQuery);
  const sites = known.filter(({ id }) => scope === 'all' || scope.includes(id));
  const everywhere = scope === 'all';
  const [draft, setDraft] = useState<WatchlistBody>(() => draftOf(list));
  const [tried, setTried] = useState(false);
  // Only who works for every site makes lists of every site.
  const siteId = draft.siteId ?? (list === null && !everywhere ? (sites[0]?.id ?? null) : null);
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
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problems.size === 0) save.mutate({ ...draft, siteId });
        }}
      >
        <TextInput
          className={classes.wide ?? ''}
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
            className={classes.wide ?? ''}
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
          className={classes.wide ?? ''}
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
          inputWrapperOrder={BELOW}
          value={draft.expiresOn}
          error={problemOf('expiresOn')}
          onChange={({ currentTarget }) => change({ expiresOn: currentTarget.value })}
        />
        {list === null && (
          <Select
            label={t('watchlists.field.site')}
            allowDeselect={false}
            value={siteId ?? EVERY_SITE}
            onChange={(value) => change({ siteId: value === EVERY_SITE ? null : value })}
            data={[
              ...(everywhere ? [{ value: EVERY_SITE, label: t('watchlists.field.allSites') }] : []),
              ...sites.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <div className={`${classes.wide} ${classes.single}`}>
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
