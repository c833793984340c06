import type { FaceAuthorisation } from '@amaan/contracts/faces/face-authorisation';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';
import { timeLeft } from './time-left.ts';

/** How an authorisation stands, and the time that is left. */
export function AuthorisationMarks({ authorisation }: { authorisation: FaceAuthorisation }) {
  const { t } = useTranslation();
  const { state, end } = authorisation;
  if (state === 'ended')
    return (
      <Mark shape="square" tone="quiet">
        {end === null ? t('faceAuthorisations.states.ended') : t(`faceAuthorisations.ends.${end}`)}
      </Mark>
    );
  return (
    <>
      {state === 'waiting' ? (
        <Mark shape="triangle" tone="high">
          {t('faceAuthorisations.states.waiting')}
        </Mark>
      ) : (
        <Mark shape="circle" tone={authorisation.live ? 'good' : 'quiet'}>
          {t(authorisation.live ? 'faceAuthorisations.states.in-force' : 'faceAuthorisations.notLive')}
        </Mark>
      )}
      <TimeMark authorisation={authorisation} />
    </>
  );
}

function TimeMark({ authorisation }: { authorisation: FaceAuthorisation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = timeLeft(authorisation, useNow('ten-seconds'));
  switch (left.kind) {
    case 'urgent':
      return (
        <Mark shape="diamond" tone="critical">
          {t('faceAuthorisations.urgentLeft', { span: format.span(left.milliseconds) })}
        </Mark>
      );
    case 'urgent-over':
      return (
        <Mark shape="diamond" tone="critical">
          {t('faceAuthorisations.urgentOver')}
        </Mark>
      );
    case 'begins':
      return <span>{t('faceAuthorisations.begins', { span: format.span(left.milliseconds) })}</span>;
    case 'left':
      return <span>{t('faceAuthorisations.left', { span: format.span(left.milliseconds) })}</span>;
    case 'over':
      return <span>{t('faceAuthorisations.ends.expired')}</span>;
    case 'ended':
      return null;
  }
}
