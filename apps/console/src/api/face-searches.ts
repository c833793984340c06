import type { PictureFaces, PictureSearch } from '@amaan/contracts/faces/searches/picture-search';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

const PER_PAGE = 20;

/** Everything about searches with pictures, to be read anew when one was made or a match of one was decided. */
export const pictureSearchesKey = ['face-searches'];

/** The searches under an authorisation, newest first. Each time that they are read their seals are checked. */
export const pictureSearchesQuery = (authorisationId: string) =>
  infiniteQueryOptions({
    queryKey: [...pictureSearchesKey, authorisationId],
    queryFn: ({ pageParam }) =>
      unwrap<PictureSearch[]>(
        api.GET('/api/face-searches', {
          params: { query: { authorisationId, limit: PER_PAGE, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => (page.length < PER_PAGE ? null : page.at(-1)?.id),
  });

/** The faces of a picture. @param picture base64 */
export const lookAtPicture = (authorisationId: string, picture: string) =>
  unwrap<PictureFaces>(api.POST('/api/face-searches/faces', { body: { authorisationId, picture } }));

export type PictureSearchBody = BodyOf<paths['/api/face-searches']['post']>;

/** Searches with one face of a picture, which was chosen. */
export const searchWithPicture = (body: PictureSearchBody) =>
  unwrap<PictureSearch>(api.POST('/api/face-searches', { body }));
