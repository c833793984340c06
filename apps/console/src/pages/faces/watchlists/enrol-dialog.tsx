import type { WatchlistEntry } from '@amaan/contracts/faces/watchlist-entry';
import { FileInput, Modal, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPhoto } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/api-problem.ts';
import { enrolWatchlistPicture, watchlistsQuery } from '../../../api/faces.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { pictureBase64 } from './picture-base64.ts';
import { pictureProblems } from './picture-problems.ts';
import classes from './watchlists.module.css';

/** Enrols a picture with where it is from and why it may be used. A refusal says what would make a better one. */
export function EnrolDialog({ entry, onClose }: { entry: WatchlistEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState('');
  const [lawfulness, setLawfulness] = useState('');
  const [takenOn, setTakenOn] = useState('');
  const [tried, setTried] = useState(false);
  const today = new Date().toISOString().slice(0, 10);
  const problems = pictureProblems({ file, source, lawfulness, takenOn }, today);
  const problemOf = (problem: Parameters<typeof problems.has>[0]) =>
    tried && problems.has(problem) && t(`watchlists.picture.${problem}`);
  const enrol = useMutation({
    mutationFn: async (picture: File) =>
      enrolWatchlistPicture(entry, {
        source,
        lawfulness,
        takenOn,
        picture: await pictureBase64(picture),
      }),
    onSuccess: async ({ findings }) => {
      notifications.show({
        message: t(findings.length > 0 ? 'watchlists.picture.doneHeld' : 'watchlists.picture.done'),
      });
      onClose();
      await queryClient.invalidateQueries({ queryKey: watchlistsQuery.queryKey });
    },
  });
  const { error } = enrol;
  const refused = error instanceof ApiProblem && [413, 415, 422].includes(error.status);
  return (
    <Modal opened size="lg" onClose={onClose} title={t('watchlists.picture.add')}>
      <form
        className={classes.single}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problems.size === 0 && file !== null) enrol.mutate(file);
        }}
      >
        <FileInput
          label={t('watchlists.picture.file')}
          description={t('watchlists.picture.fileHint')}
          placeholder={t('watchlists.picture.choose')}
          accept="image/jpeg,image/png,image/webp"
          leftSection={<IconPhoto size={16} aria-hidden="true" />}
          clearable
          value={file}
          error={problemOf('fileNeeded') || problemOf('fileLarge')}
          onChange={(chosen) => {
            setFile(chosen);
            enrol.reset();
          }}
        />
        <TextInput
          label={t('watchlists.picture.source')}
          description={t('watchlists.picture.sourceHint')}
          value={source}
          maxLength={300}
          dir="auto"
          error={problemOf('sourceNeeded')}
          onChange={({ currentTarget }) => setSource(currentTarget.value)}
        />
        <Textarea
          label={t('watchlists.picture.lawfulness')}
          value={lawfulness}
          rows={2}
          maxLength={1000}
          dir="auto"
          error={problemOf('lawfulnessNeeded')}
          onChange={({ currentTarget }) => setLawfulness(currentTarget.value)}
        />
        <TextInput
          type="date"
          max={today}
          label={t('watchlists.picture.takenOn')}
          value={takenOn}
          error={problemOf('takenNeeded')}
          onChange={({ currentTarget }) => setTakenOn(currentTarget.value)}
        />
        <p className="quiet">{t('common.recorded')}</p>
        {enrol.isPending && (
          <p className="quiet" role="status">
            {t('watchlists.picture.working')}
          </p>
        )}
        {error !== null && (
          <div className={refused ? classes.refused : undefined}>
            {refused && <strong>{t('watchlists.picture.refused')}</strong>}
            <ProblemLine error={error} />
          </div>
        )}
        <FormButtons action={t('watchlists.picture.enrol')} pending={enrol.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}
