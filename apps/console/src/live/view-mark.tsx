import { IconEye, IconMask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './live-video.module.css';

/** On a live picture: whether faces and plates are covered in it. */
export function ViewMark({ masked }: { masked: boolean }) {
  const { t } = useTranslation();
  const Icon = masked ? IconMask : IconEye;
  return (
    <p
      className={classes.view}
      data-open={!masked || undefined}
      dir="auto"
      title={t(masked ? 'live.maskedHint' : 'live.unmaskedHint')}
    >
      <Icon size={14} aria-hidden="true" />
      {t(masked ? 'live.masked' : 'live.unmasked')}
    </p>
  );
}
