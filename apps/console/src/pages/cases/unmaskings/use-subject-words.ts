import type { Unmasking } from '@amaan/contracts/redaction/unmasking';
import { useTranslation } from 'react-i18next';

/** What somebody asked to see, in words: `Clip of Gate`. */
export function useSubjectWords(): (
  unmasking: Pick<Unmasking, 'subject' | 'cameraName' | 'minutes'>,
) => string {
  const { t } = useTranslation();
  return ({ subject, cameraName, minutes }) => {
    // A name may be written in the other direction than the sentence around it.
    const camera = { camera: `\u2068${cameraName}\u2069` };
    switch (subject.kind) {
      case 'evidence':
        return t(`unmasking.subject.${subject.evidence}`, camera);
      case 'face-match':
        return t('unmasking.subject.face-match', camera);
      case 'live':
        return t('unmasking.subject.live', { ...camera, span: t('unmasking.minutes', { count: minutes }) });
    }
  };
}
