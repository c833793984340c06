import type { FaceAuthorisation } from '@amaan/contracts/faces/face-authorisation';
import { Button, Skeleton } from '@mantine/core';
import { IconPhotoSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { pictureSearchesQuery } from '../../../api/face-searches.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { PurposeGate } from '../../purpose/purpose-gate.tsx';
import { SearchCard } from './search-card.tsx';
import { SearchForm } from './search-form.tsx';
import classes from './searches.module.css';

/** The searches with pictures under an authorisation after the event; an investigator states the case first. */
export function SearchRoom({ authorisation }: { authorisation: FaceAuthorisation }) {
  const { t } = useTranslation();
  return (
    <section className={classes.room} aria-label={t('faceSearches.title')}>
      <h2>{t('faceSearches.title')}</h2>
      <PurposeGate needs="face-search.read" why={t('faceSearches.purposeWhy')}>
        <Searches authorisation={authorisation} />
      </PurposeGate>
    </section>
  );
}

function Searches({ authorisation: { id, live } }: { authorisation: FaceAuthorisation }) {
  const { t } = useTranslation();
  const may = useMay();
  const [searching, setSearching] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);
  const made = useInfiniteQuery(pictureSearchesQuery(id));
  const searches = made.data?.pages.flat() ?? [];
  const start = may('face.search') && live && !searching && (
    <Button
      leftSection={<IconPhotoSearch size={18} aria-hidden="true" />}
      onClick={() => {
        setFresh(null);
        setSearching(true);
      }}
    >
      {t('faceSearches.start')}
    </Button>
  );
  return (
    <div className={classes.cards}>
      {searching ? (
        <SearchForm
          authorisationId={id}
          onDone={(search) => {
            setSearching(false);
            setFresh(search.id);
          }}
          onClose={() => setSearching(false)}
        />
      ) : (
        searches.length > 0 && <div>{start}</div>
      )}
      {made.error && searches.length === 0 ? (
        <ProblemNotice error={made.error} onRetry={() => void made.refetch()} />
      ) : made.isPending ? (
        <>
          <Skeleton height={96} />
          <Skeleton height={96} />
        </>
      ) : searches.length === 0 ? (
        !searching && (
          <EmptyNotice
            icon={<IconPhotoSearch />}
            title={t('faceSearches.empty')}
            hint={t(live ? 'faceSearches.emptyHint' : 'faceSearches.emptyOver')}
            action={start}
          />
        )
      ) : (
        <>
          <div className={classes.cards} aria-live="polite">
            {searches.map((search) => (
              <SearchCard key={search.id} search={search} fresh={search.id === fresh} />
            ))}
          </div>
          {made.hasNextPage && (
            <Button
              size="xs"
              variant="default"
              loading={made.isFetchingNextPage}
              onClick={() => void made.fetchNextPage()}
            >
              {t('faceSearches.older')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
