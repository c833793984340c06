import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './plate-crop.module.css';

/** The plate cut out of its picture; says so where none was kept. */
export function PlateCrop({
  url,
  text,
  size = 'small',
}: {
  url: string | undefined;
  /** What it says, for who cannot see it. */
  text: string;
  size?: 'small' | 'large';
}) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const missing = url === undefined || failed;
  return (
    <span className={classes.crop} data-size={size} data-missing={missing || undefined} dir="ltr">
      {missing ? (
        <bdi>{t('plates.noCrop')}</bdi>
      ) : (
        <img
          src={url}
          alt={t('plates.cropAlt', { plate: text })}
          loading="lazy"
          decoding="async"
          onError={() => setFailed(true)}
        />
      )}
    </span>
  );
}
