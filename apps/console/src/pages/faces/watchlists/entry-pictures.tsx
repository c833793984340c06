import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import type { WatchlistEntry, WatchlistPicture } from '@amaan/contracts/faces/watchlist-entry';
import { Button, Skeleton } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import {
  removeWatchlistPicture,
  watchlistPicturesQuery,
  watchlistPictureUrl,
  watchlistsQuery,
} from '../../../api/faces.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import parts from '../../../components/detail-parts.module.css';
import { Mark } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { FacePicture } from '../matches/face-picture.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import classes from './watchlists.module.css';

/** The pictures of a person: where each is from, how good it is, and what reviewers said of it. */
export function EntryPictures({ entry, list }: { entry: WatchlistEntry; list: Watchlist }) {
  const { t } = useTranslation();
  const may = useMay();
  const { data: pictures, error, refetch } = useQuery(watchlistPicturesQuery(list.id, entry.id));
  const [enrolling, setEnrolling] = useState(false);
  const enrols = may('watchlist.write') && list.state !== 'expired' && entry.state !== 'refused';
  return (
    <>
      {error && !pictures ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : pictures === undefined ? (
        <Skeleton height={120} />
      ) : pictures.length === 0 ? (
        <p className="quiet">{t('watchlists.picture.none')}</p>
      ) : (
        <ul className={classes.pictures}>
          {pictures.map((picture) => (
            <Picture key={picture.id} picture={picture} name={entry.reference} />
          ))}
        </ul>
      )}
      {enrols && (
        <span>
          <Button
            size="xs"
            leftSection={<IconPhotoPlus size={16} aria-hidden="true" />}
            onClick={() => setEnrolling(true)}
          >
            {t('watchlists.picture.add')}
          </Button>
        </span>
      )}
      {enrolling && <EnrolDialog entry={entry} onClose={() => setEnrolling(false)} />}
    </>
  );
}

function Picture({ picture, name }: { picture: WatchlistPicture; name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [shown, setShown] = useState(false);
  const [removing, setRemoving] = useState(false);
  return (
    <li className={classes.picture}>
      {picture.state === 'held' ? (
        <Mark shape="triangle" tone="high">
          {t('watchlists.picture.held')}
        </Mark>
      ) : (
        <Mark shape="circle" tone="good">
          {t('watchlists.picture.active')}
        </Mark>
      )}
      {shown && (
        <FacePicture
          url={watchlistPictureUrl(picture)}
          title={t('watchlists.picture.taken', { date: format.date(picture.takenOn) })}
          alt={t('watchlists.picture.alt', { name })}
        />
      )}
      <span>
        <bdi>{picture.source}</bdi>
      </span>
      <span className="quiet">
        <bdi>{picture.lawfulness}</bdi>
      </span>
      <span className="quiet">
        {t('watchlists.picture.taken', { date: format.date(picture.takenOn) })} ·{' '}
        {t('watchlists.picture.quality', { value: format.confidence(picture.quality) })} ·{' '}
        {t('watchlists.picture.weight', { value: format.confidence(picture.weight) })}
      </span>
      {picture.contradicted > 0 && (
        <Mark shape="triangle" tone="medium">
          {t('watchlists.picture.contradicted', { count: picture.contradicted })}
        </Mark>
      )}
      <span className="quiet">
        {t('watchlists.entry.added', { time: format.dateTime(picture.addedAt), name: picture.addedBy })}
      </span>
      <span className={parts.actions}>
        {!shown && (
          <Button
            size="xs"
            variant="default"
            title={t('watchlists.picture.showHint')}
            onClick={() => setShown(true)}
          >
            {t('watchlists.picture.show')}
          </Button>
        )}
        {may('watchlist.write') && (
          <Button size="xs" variant="default" onClick={() => setRemoving(true)}>
            {t('watchlists.picture.remove')}
          </Button>
        )}
      </span>
      {removing && <RemovePictureDialog picture={picture} onClose={() => setRemoving(false)} />}
    </li>
  );
}

function RemovePictureDialog({ picture, onClose }: { picture: WatchlistPicture; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeWatchlistPicture(picture),
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries({ queryKey: watchlistsQuery.queryKey });
    },
  });
  return (
    <ConfirmDialog
      title={t('watchlists.picture.removeTitle')}
      text={t('watchlists.picture.removeText')}
      action={t('watchlists.picture.remove')}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
