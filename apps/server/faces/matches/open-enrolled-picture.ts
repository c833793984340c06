import { openWatchlistBox } from '@amaan/store/faces/watchlist-keys';
import { getWatchlistPicture, pictureContext } from '@amaan/store/faces/watchlist-pictures';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import type { OpenEnrolled } from './match-picture-service.ts';

/** Opens enrolled pictures for those who compare them with a possible match: with the key of their list, while it is there. */
export function openEnrolledPicture({
  db,
  objects,
  secrets,
}: {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'get'>;
  readonly secrets: SecretBox;
}): OpenEnrolled {
  return async ({ watchlistId, pictureId }) => {
    const box = await openWatchlistBox(db, secrets, watchlistId);
    const picture = box && (await getWatchlistPicture(db, box, { watchlistId, id: pictureId }));
    if (box === null || picture === null) return null;
    const sealed = await objects.get(picture.objectDigest);
    return { bytes: box.openBytes(sealed, pictureContext(watchlistId, pictureId)), mediaType: 'image/jpeg' };
  };
}
