import type { CivicPicture, CivicTicketView } from '@amaan/contracts/civic/civic-ticket';
import { ActionIcon, Button, FileButton, Modal } from '@mantine/core';
import { IconCamera, IconTrash, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import {
  bringCivicPicture,
  civicKey,
  civicPictureUrl,
  keepCameraPicture,
  removeCivicPicture,
} from '../../api/civic.ts';
import parts from '../../components/detail-parts.module.css';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import { shrinkPicture } from '../../picture/shrink-picture.ts';
import { ZoomFrame } from '../../picture/zoom-frame.tsx';
import classes from './civic.module.css';

type Moment = CivicPicture['moment'];

/** Pictures from before beside those from after, so that anybody sees whether it was mended. */
export function TicketPictures({ ticket }: { ticket: CivicTicketView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { picturesUntil, picturesDeletedAt } = ticket;
  return (
    <div className={classes.moments}>
      <MomentPictures ticket={ticket} moment="before" />
      <MomentPictures ticket={ticket} moment="after" />
      {picturesUntil !== null && (
        <p className={`${classes.kept} quiet`}>
          {t('civic.picturesUntil', { time: format.dateTime(picturesUntil) })}
        </p>
      )}
      {picturesDeletedAt !== null && (
        <p className={`${classes.kept} quiet`}>
          {t('civic.picturesDeleted', { time: format.dateTime(picturesDeletedAt) })}
        </p>
      )}
    </div>
  );
}

function MomentPictures({ ticket, moment }: { ticket: CivicTicketView; moment: Moment }) {
  const { t } = useTranslation();
  const may = useMay();
  const queryClient = useQueryClient();
  const changed = () => queryClient.invalidateQueries({ queryKey: civicKey });
  const add = useMutation({
    mutationFn: async (file: File | null) =>
      file === null
        ? keepCameraPicture(ticket.id, moment)
        : bringCivicPicture(ticket.id, moment, await shrinkPicture(file)),
    onSuccess: changed,
  });
  const shots = ticket.shots.filter((shot) => shot.moment === moment);
  // There is no after before somebody was asked to mend it.
  const states: readonly string[] =
    moment === 'after' ? ['sent', 'done'] : ['suggested', 'open', 'sent', 'done'];
  const isOpen = states.includes(ticket.state) && may('civic.work');
  return (
    <section className={classes.moment} aria-label={t(`civic.moment.${moment}`)}>
      <h2>{t(`civic.moment.${moment}`)}</h2>
      {shots.length === 0 ? (
        <p className={`${classes.none} quiet`}>{t(`civic.noPicture.${moment}`)}</p>
      ) : (
        <ul className={classes.shots}>
          {shots.map((shot) => (
            <Shot key={shot.id} ticket={ticket} shot={shot} removable={isOpen} onRemoved={changed} />
          ))}
        </ul>
      )}
      {isOpen && (
        <div className={parts.actions}>
          {ticket.cameraId !== null && (
            <Button
              size="xs"
              variant="default"
              loading={add.isPending}
              leftSection={<IconCamera size={16} aria-hidden="true" />}
              onClick={() => add.mutate(null)}
            >
              {t('civic.fromCamera')}
            </Button>
          )}
          <FileButton accept="image/jpeg,image/png" onChange={(file) => file !== null && add.mutate(file)}>
            {(props) => (
              <Button
                {...props}
                size="xs"
                variant="default"
                loading={add.isPending}
                leftSection={<IconUpload size={16} aria-hidden="true" />}
              >
                {t('civic.fromFile')}
              </Button>
            )}
          </FileButton>
        </div>
      )}
      <ProblemLine error={add.error} />
    </section>
  );
}

function Shot({
  ticket,
  shot,
  removable,
  onRemoved,
}: {
  ticket: CivicTicketView;
  shot: CivicPicture;
  removable: boolean;
  onRemoved: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const remove = useMutation({
    mutationFn: () => removeCivicPicture(ticket.id, shot.id),
    onSuccess: onRemoved,
  });
  const url = civicPictureUrl(ticket.id, shot.id);
  const label = t('civic.pictureOf', { moment: t(`civic.moment.${shot.moment}`), place: ticket.place });
  return (
    <li className={classes.shot}>
      {failed ? (
        <p className={`${classes.none} quiet`}>{t('civic.pictureMissing')}</p>
      ) : (
        <button type="button" className={classes.picture} onClick={() => setOpen(true)} aria-label={label}>
          <img src={url} alt="" loading="lazy" decoding="async" onError={() => setFailed(true)} />
        </button>
      )}
      <span className={`${classes.caption} quiet`}>
        <span>
          {t(`civic.source.${shot.source}`)}, {format.dateTime(shot.takenAt ?? shot.addedAt)}
        </span>
        {removable && shot.source !== 'alert' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('civic.removePicture')}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        )}
      </span>
      <ProblemLine error={remove.error} />
      {open && (
        <Modal opened onClose={() => setOpen(false)} size="90%" title={label}>
          <ZoomFrame>
            <img className={classes.large} src={url} alt={label} />
          </ZoomFrame>
        </Modal>
      )}
    </li>
  );
}
