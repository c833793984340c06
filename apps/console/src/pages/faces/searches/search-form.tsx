import type { PictureSearch } from '@amaan/contracts/faces/searches/picture-search';
import { LARGEST_FACE_PICTURE_BYTES } from '@amaan/contracts/faces/watchlist-entry';
import { Button, Skeleton, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lookAtPicture, pictureSearchesKey, searchWithPicture } from '../../../api/face-searches.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { fromLocalInput, toLocalInput } from '../../../format/local-input.ts';
import { useNow } from '../../../format/use-now.ts';
import { pictureBase64 } from '../watchlists/picture-base64.ts';
import { FaceChoice } from './face-choice.tsx';
import { PictureDrop } from './picture-drop.tsx';
import { type SearchDraft, searchProblems } from './search-problems.ts';
import { SearchRefusal } from './search-refusal.tsx';
import classes from './searches.module.css';

const EMPTY: SearchDraft = { source: '', lawfulness: '', takenAt: '', place: '', reason: '' };
/** Nothing of a picture stays in a cache once the form is left. */
const FORGOTTEN = { gcTime: 0 } as const;

/** A picture, the face that is meant in it, where it is from and why: then it is searched. */
export function SearchForm({
  authorisationId,
  onDone,
  onClose,
}: {
  authorisationId: string;
  onDone: (search: PictureSearch) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const now = useNow('ten-seconds');
  const [picture, setPicture] = useState<{ readonly file: File; readonly url: string } | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [draft, setDraft] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture.url)), [picture]);
  const looking = useRef<File | null>(null);
  const look = useMutation({
    ...FORGOTTEN,
    mutationFn: async () => {
      const file = looking.current;
      if (file === null) throw new Error('There is no picture.');
      return { file, ...(await lookAtPicture(authorisationId, await pictureBase64(file))) };
    },
    onSuccess: ({ file, faces }) => {
      if (file !== looking.current) return;
      setChosen(faces.length === 1 && faces[0]!.usable ? 0 : null);
    },
  });
  const faces = look.data?.file === picture?.file ? look.data?.faces : undefined;
  const face = chosen === null ? undefined : faces?.[chosen];
  const problems = searchProblems(draft, now);
  const search = useMutation({
    ...FORGOTTEN,
    mutationFn: async () => {
      if (picture === null || face === undefined) throw new Error('No face is chosen.');
      return searchWithPicture({
        ...{ authorisationId, ...draft, face: face.box as [number, number, number, number] },
        picture: await pictureBase64(picture.file),
      });
    },
    onSuccess: async (done) => {
      onDone(done);
      await queryClient.invalidateQueries({ queryKey: pictureSearchesKey });
    },
  });
  const take = (file: File | null) => {
    looking.current = file;
    look.reset();
    search.reset();
    setChosen(null);
    setPicture(file && { file, url: URL.createObjectURL(file) });
    if (file !== null && file.size <= LARGEST_FACE_PICTURE_BYTES) look.mutate();
  };
  const field = (name: keyof SearchDraft) => ({
    label: t(`faceSearches.field.${name}`),
    value: draft[name],
    dir: 'auto' as const,
    error: tried && problems.has(name) && t(`faceSearches.need.${name}`),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      const { value } = currentTarget;
      setDraft((before) => ({ ...before, [name]: value }));
    },
  });
  const tooLarge = picture !== null && picture.file.size > LARGEST_FACE_PICTURE_BYTES;
  return (
    <form
      className={classes.form}
      noValidate
      aria-label={t('faceSearches.start')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problems.size === 0 && face?.usable) search.mutate();
      }}
    >
      {picture === null ? (
        <PictureDrop onPicture={take} />
      ) : (
        <section className={classes.picture} aria-busy={look.isPending}>
          {faces !== undefined && faces.length > 0 ? (
            <FaceChoice url={picture.url} faces={faces} chosen={chosen} onChoose={setChosen} />
          ) : (
            <img className={classes.plain} src={picture.url} alt={t('faceSearches.pictureAlt')} />
          )}
          {look.isPending && (
            <>
              <p className="quiet" role="status">
                {t('faceSearches.looking')}
              </p>
              <Skeleton height={36} />
            </>
          )}
          {tooLarge && <p className={classes.advice}>{t('faceSearches.tooLarge')}</p>}
          {faces?.length === 0 && <p className={classes.advice}>{t('faceSearches.noFace')}</p>}
          {tried && faces !== undefined && faces.length > 0 && !face?.usable && (
            <p className={classes.advice} role="alert">
              {t(face === undefined ? 'faceSearches.chooseFirst' : 'faceSearches.notUsable')}
            </p>
          )}
          <SearchRefusal error={look.error} />
          <Button className={classes.other ?? ''} variant="default" size="xs" onClick={() => take(null)}>
            {t('faceSearches.other')}
          </Button>
        </section>
      )}
      <div className={classes.fields}>
        <TextInput {...field('source')} maxLength={300} />
        <TextInput {...field('place')} maxLength={200} />
        <TextInput
          {...field('takenAt')}
          dir="ltr"
          type="datetime-local"
          value={draft.takenAt === '' ? '' : toLocalInput(draft.takenAt)}
          onChange={({ currentTarget }) => {
            const takenAt = fromLocalInput(currentTarget.value) ?? '';
            setDraft((before) => ({ ...before, takenAt }));
          }}
        />
        <Textarea {...field('lawfulness')} rows={2} maxLength={1000} />
        <Textarea {...field('reason')} rows={3} maxLength={2000} />
      </div>
      <p className="quiet">{t('faceSearches.kept')}</p>
      <SearchRefusal error={search.error} />
      <FormButtons action={t('faceSearches.send')} pending={search.isPending} onClose={onClose} />
    </form>
  );
}
