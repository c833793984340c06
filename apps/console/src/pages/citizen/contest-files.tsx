import {
  type ContestFile,
  LARGEST_CONTEST_FILE_BYTES,
  MOST_CONTEST_FILES,
} from '@amaan/contracts/violations/contest';
import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { bringContestFile, contestFiles, takeBackContestFile } from '../../api/citizen.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import { shrinkPicture } from '../../picture/shrink-picture.ts';
import classes from './citizen.module.css';
import type { OpenChallan } from './use-challan.ts';

const ACCEPTED = 'image/jpeg,image/png,application/pdf';

/** The files of a contest: each is sent when it is chosen, and can be taken back until the contest is sent. */
export function ContestFiles({
  open: { withToken },
  files,
  onFiles,
  onBusy,
}: {
  open: OpenChallan;
  files: readonly ContestFile[];
  onFiles: (files: readonly ContestFile[]) => void;
  /** Whether a file is on its way. */
  onBusy: (busy: boolean) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const bring = useMutation({
    mutationFn: async (file: File) => {
      const content = await shrinkPicture(file);
      if (content.size > LARGEST_CONTEST_FILE_BYTES) throw new TooLarge();
      return withToken((token) => bringContestFile(token, file.name, content));
    },
    onSuccess: (file) => onFiles([...files, file]),
    gcTime: 0,
  });
  const takeBack = useMutation({
    mutationFn: (id: string) => withToken((token) => takeBackContestFile(token, id)),
    onSuccess: (_nothing, id) => onFiles(files.filter((file) => file.id !== id)),
    gcTime: 0,
  });
  useEffect(() => onBusy(bring.isPending), [bring.isPending, onBusy]);
  // What was brought before, by somebody who began to write and left.
  useEffect(() => {
    let isThere = true;
    withToken(contestFiles).then(
      (before) => {
        if (isThere) onFiles(before);
      },
      // Then the list begins empty; the limit of files says the rest.
      () => undefined,
    );
    return () => {
      isThere = false;
    };
  }, [withToken, onFiles]);
  const isFull = files.length >= MOST_CONTEST_FILES;
  return (
    <fieldset className={classes.fileField}>
      <legend>{t('citizen.contest.files')}</legend>
      <p className="quiet">{t('citizen.contest.filesHint', { most: MOST_CONTEST_FILES })}</p>
      <ul className={classes.files}>
        {files.map(({ id, name, bytes }) => (
          <li key={id} className={classes.file}>
            <bdi>{name}</bdi>
            <span className="quiet">
              {t('citizen.contest.kilobytes', { value: format.number(Math.ceil(bytes / 1024)) })}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="xl"
              aria-label={t('citizen.contest.removeFile', { name })}
              disabled={takeBack.isPending}
              onClick={() => takeBack.mutate(id)}
            >
              <IconTrash size={20} aria-hidden="true" />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {bring.isPending && (
        <p className={classes.file} role="status">
          <Loader size="xs" color="gray" aria-hidden="true" />
          <bdi>{t('citizen.contest.adding', { name: bring.variables.name })}</bdi>
        </p>
      )}
      {bring.error instanceof TooLarge ? (
        <p role="alert">{t('citizen.contest.fileLarge')}</p>
      ) : (
        <ProblemLine error={bring.error ?? takeBack.error} />
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // So that the same file can be chosen once more.
          currentTarget.value = '';
          if (file !== undefined) bring.mutate(file);
        }}
      />
      {isFull ? (
        <p className="quiet">{t('citizen.contest.enough')}</p>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPaperclip size={18} aria-hidden="true" />}
          disabled={bring.isPending}
          onClick={() => input.current?.click()}
        >
          {t('citizen.contest.addFile')}
        </Button>
      )}
    </fieldset>
  );
}

/** Larger than may be sent: said before it is. */
class TooLarge extends Error {}
