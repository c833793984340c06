import { IconPhotoUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './searches.module.css';

/** Takes one picture, dropped or chosen. It stays in this page's memory and nowhere else in the browser. */
export function PictureDrop({ onPicture }: { onPicture: (picture: File) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [picture] = files ?? [];
    if (picture !== undefined) onPicture(picture);
  };
  return (
    <label
      htmlFor={id}
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <IconPhotoUp size={28} aria-hidden="true" />
      <strong>{t('faceSearches.drop')}</strong>
      <span className="quiet">{t('faceSearches.dropHint')}</span>
      <input
        id={id}
        type="file"
        className={classes.file}
        accept="image/jpeg,image/png,image/webp"
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
