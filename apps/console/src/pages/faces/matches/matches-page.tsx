import { IconPointer } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { faceMatchesQuery } from '../../../api/face-matches.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import frame from '../../../components/list-detail.module.css';
import { useListKeys } from '../../../components/use-list-keys.ts';
import { PurposeGate } from '../../purpose/purpose-gate.tsx';
import { FacesFrame } from '../faces-frame.tsx';
import { MatchDetail } from './match-detail.tsx';
import { MatchQueue } from './match-queue.tsx';
import type { MatchSearch, MatchView } from './match-search.ts';
import classes from './matches.module.css';

const route = getRouteApi('/shell/faces/matches');

/** The possible matches; for an investigator only while it is on record what they are read for. */
export function MatchesPage() {
  const { t } = useTranslation();
  return (
    <FacesFrame>
      <PurposeGate needs="face-match.read" why={t('faces.matches.purposeWhy')}>
        <MatchesView />
      </PurposeGate>
    </FacesFrame>
  );
}

/** What waits for an answer at the start side, the open one at the end side; the address holds both. */
function MatchesView() {
  const { t } = useTranslation();
  const may = useMay();
  const { site, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const reviews = may('face-match.review') || may('face-match.rule');
  const view: MatchView = search.view ?? (reviews ? 'waiting' : 'possible');
  const queue = useInfiniteQuery(
    faceMatchesQuery(view === 'waiting' ? { waiting: 'true' } : { state: view }),
  );
  const matches = useMemo(
    () => (queue.data?.pages.flat() ?? []).filter(({ siteId }) => site === undefined || siteId === site),
    [queue.data, site],
  );
  const change = useCallback(
    (changes: { [Key in keyof MatchSearch]: MatchSearch[Key] | undefined }) =>
      void navigate({ search: (before) => ({ ...before, ...changes }) as MatchSearch, replace: true }),
    [navigate],
  );
  const open = useCallback((id: string | undefined) => change({ match: id }), [change]);

  /** Leads on to the next one that waits; the last one stays open. */
  const openAfter = useCallback(
    (id: string) => {
      if (view !== 'waiting') return;
      const at = matches.findIndex((match) => match.id === id);
      const next = matches[at + 1] ?? matches[at - 1];
      if (next) open(next.id);
    },
    [matches, open, view],
  );
  useListKeys(matches, search.match, open);

  return (
    <div className={frame.page} data-open={search.match !== undefined || undefined}>
      <MatchQueue
        queue={queue}
        matches={matches}
        view={view}
        reviews={reviews}
        chosen={search.match}
        onView={(chosen) => change({ view: chosen, match: undefined })}
      />
      <section className={frame.detail}>
        {search.match === undefined ? (
          <EmptyNotice
            icon={<IconPointer />}
            title={t('faces.matches.choose')}
            action={
              reviews && (
                <p className={classes.keys}>
                  <Trans i18nKey="faces.matches.keys" components={{ k: <kbd /> }} />
                </p>
              )
            }
          />
        ) : (
          <MatchDetail
            key={search.match}
            id={search.match}
            onAnswered={openAfter}
            onClose={() => open(undefined)}
          />
        )}
      </section>
    </div>
  );
}
