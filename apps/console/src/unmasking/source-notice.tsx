import { Button, Loader } from '@mantine/core';
import { IconEyeOff, IconPhotoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../components/problem-notice.tsx';
import classes from './unmasking.module.css';
import type { MaskedSource } from './use-masked-source.ts';

/** In the place of a picture that is being masked, or that cannot be shown: why, and what to do. */
export function SourceNotice({ source: { state, retry } }: { source: MaskedSource }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  if (state.kind === 'shown') return null;
  if (state.kind === 'under-way')
    return (
      <div className={classes.notice} role="status">
        <Loader size="sm" color="gray" aria-hidden="true" />
        <p>{t('unmasking.underWay')}</p>
      </div>
    );
  const { problem } = state;
  const isMasking = problem?.code.startsWith('MASKING_') ?? false;
  const Icon = isMasking ? IconEyeOff : IconPhotoOff;
  return (
    <div className={classes.notice} role="alert">
      <Icon size={28} stroke={1.4} aria-hidden="true" />
      <p className="prose">{problem === null ? t('evidence.missing') : sentence(problem)}</p>
      {problem !== null && <small>{t('error.code', { code: problem.code })}</small>}
      {problem !== null && (
        <Button size="xs" variant="default" onClick={retry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  );
}
