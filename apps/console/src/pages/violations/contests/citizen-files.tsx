import type { ContestFile } from '@amaan/contracts/violations/contest';
import { Modal } from '@mantine/core';
import { IconFileTypePdf, IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contestFileUrl } from '../../../api/contests.ts';
import { useFormat } from '../../../format/use-format.ts';
import { ZoomFrame } from '../../../picture/zoom-frame.tsx';
import classes from './contests.module.css';

/** What a citizen sent: pictures, which were made anew, and documents, which are saved and never opened here. */
export function CitizenFiles({ contestId, files }: { contestId: string; files: readonly ContestFile[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (files.length === 0) return <p className="quiet">{t('contests.noFiles')}</p>;
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id}>
          {file.mediaType === 'image/jpeg' ? (
            <CitizenPicture url={contestFileUrl(contestId, file.id)} name={file.name} />
          ) : (
            <a className={classes.pdf} href={contestFileUrl(contestId, file.id)} download>
              <IconFileTypePdf size={32} stroke={1.4} aria-hidden="true" />
              <span>{t('contests.openPdf')}</span>
              <span className="quiet" title={t('contests.pdfHint')}>
                {t('contests.pdf', { size: format.number(Math.ceil(file.bytes / 1024)) })}
              </span>
            </a>
          )}
          <bdi className={`${classes.fileName} quiet`}>{file.name}</bdi>
        </li>
      ))}
    </ul>
  );
}

function CitizenPicture({ url, name }: { url: string; name: string }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const [open, setOpen] = useState(false);
  if (failed)
    return (
      <span className={classes.pdf}>
        <IconPhotoOff size={28} stroke={1.4} aria-hidden="true" />
        <span className="quiet">{t('contests.fileMissing')}</span>
      </span>
    );
  return (
    <>
      <button type="button" className={classes.thumbnail} onClick={() => setOpen(true)}>
        <img src={url} alt={name} loading="lazy" decoding="async" onError={() => setFailed(true)} />
      </button>
      {open && (
        <Modal opened onClose={() => setOpen(false)} size="90%" title={<bdi>{name}</bdi>}>
          <ZoomFrame>
            <img className={classes.large} src={url} alt={name} />
          </ZoomFrame>
        </Modal>
      )}
    </>
  );
}
