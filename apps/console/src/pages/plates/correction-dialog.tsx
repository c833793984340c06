import type { Sighting } from '@amaan/contracts/plates/sighting';
import { Modal, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { correctSighting, sightingImageUrl, sightingQuery } from '../../api/plates.ts';
import { FormButtons } from '../../components/form-buttons.tsx';
import { PlateText } from '../../components/plate-text.tsx';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { PlateCrop } from '../../picture/plate-crop.tsx';
import { plateTextOf } from './plate-text-of.ts';
import classes from './sighting-detail.module.css';

/** What a person reads on the crop. The machine's reading stays beside it. */
export function CorrectionDialog({ sighting, onClose }: { sighting: Sighting; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { reading, corrected } = sighting;
  const [text, setText] = useState(corrected ?? reading.text);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const plate = plateTextOf(text);
  const problem =
    plate === null
      ? t('plates.sighting.correctionBad')
      : plate === (corrected ?? reading.text)
        ? t('plates.sighting.correctionSame')
        : null;
  const save = useMutation({
    mutationFn: (body: { plate: string; note: string }) => correctSighting(sighting, body),
    onSuccess: (changed, { plate: written }) => {
      queryClient.setQueryData(sightingQuery(sighting.id, sighting.capturedAt).queryKey, changed);
      notifications.show({ message: t('plates.sighting.corrected_', { plate: written }) });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('plates.sighting.correct')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problem === null && plate !== null) save.mutate({ plate, note });
        }}
      >
        <p className="prose">{t('plates.sighting.correctHint')}</p>
        <PlateCrop url={sightingImageUrl(sighting, 'crop')} text={reading.text} size="large" />
        <p>
          {t('plates.sighting.readText')}: <PlateText text={reading.text} />
        </p>
        <TextInput
          label={t('plates.sighting.correction')}
          classNames={{ input: 'mono' }}
          dir="ltr"
          value={text}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          error={tried && problem}
          onChange={({ currentTarget }) => setText(currentTarget.value.toUpperCase())}
        />
        <Textarea
          label={`${t('plates.sighting.note')} (${t('common.optional')})`}
          value={note}
          dir="auto"
          rows={2}
          maxLength={300}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <p className="quiet">{t('common.recorded')}</p>
        <ProblemLine error={save.error} />
        <FormButtons pending={save.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}
