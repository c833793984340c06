import type { Sighting } from '@amaan/contracts/plates/sighting';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLockAccess } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { casesQuery } from '../../api/access.ts';
import { holdPlate, holdsKey } from '../../api/plates.ts';
import { FormButtons } from '../../components/form-buttons.tsx';
import { PlateText } from '../../components/plate-text.tsx';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { fromLocalInput, toLocalInput } from '../../format/local-input.ts';
import classes from './sighting-detail.module.css';
import { useSearchReason } from './use-search-reason.ts';

/** How far back a hold reaches unless one says otherwise: as long as reads are kept by default. */
const DAYS_BACK = 30;
const DAY_MS = 86_400_000;

/** Keeps the sightings of a plate for a case beyond the retention time; nothing for who has no cases. */
export function HoldButton({ sighting }: { sighting: Sighting }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('case.change')) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconLockAccess size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('plates.sighting.hold')}
      </Button>
      {open && <HoldDialog sighting={sighting} onClose={() => setOpen(false)} />}
    </>
  );
}

function HoldDialog({ sighting, onClose }: { sighting: Sighting; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: cases = [] } = useQuery(casesQuery);
  const searching = useSearchReason();
  const open = cases.filter(({ siteId, closedAt }) => closedAt === null && siteId === sighting.siteId);
  const [chosen, setChosen] = useState(searching?.caseId ?? null);
  const [from, setFrom] = useState<string | undefined>(() =>
    new Date(Date.now() - DAYS_BACK * DAY_MS).toISOString(),
  );
  const [to, setTo] = useState<string | undefined>(() => new Date().toISOString());
  const [tried, setTried] = useState(false);
  const file = open.find(({ id }) => id === chosen) ?? open[0];
  const plate = sighting.corrected ?? sighting.reading.text;
  const problem = from === undefined || to === undefined ? 'noRange' : from < to ? null : 'badRange';
  const hold = useMutation({
    mutationFn: (caseId: string) => holdPlate(caseId, { plate, from: from ?? '', to: to ?? '' }),
    onSuccess: async () => {
      notifications.show({ message: t('plates.sighting.holdDone', { number: file?.number ?? '' }) });
      onClose();
      await queryClient.invalidateQueries({ queryKey: holdsKey });
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('plates.sighting.hold')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (file !== undefined && problem === null) hold.mutate(file.id);
        }}
      >
        <p className="prose">{t('plates.sighting.holdHint')}</p>
        <p>
          <PlateText text={plate} large />
        </p>
        {file === undefined ? (
          <p role="alert">{t('plates.sighting.holdNoCase')}</p>
        ) : (
          <Select
            label={t('access.purpose.case')}
            allowDeselect={false}
            value={file.id}
            onChange={setChosen}
            data={open.map(({ id, number, title }) => ({ value: id, label: `${number} · ${title}` }))}
          />
        )}
        <div className={classes.times}>
          <TextInput
            type="datetime-local"
            label={t('plates.search.from')}
            value={toLocalInput(from)}
            onChange={({ currentTarget }) => setFrom(fromLocalInput(currentTarget.value))}
          />
          <TextInput
            type="datetime-local"
            label={t('plates.search.to')}
            value={toLocalInput(to)}
            error={tried && problem !== null && t(`plates.search.${problem}`)}
            onChange={({ currentTarget }) => setTo(fromLocalInput(currentTarget.value))}
          />
        </div>
        <p className="quiet">{t('common.recorded')}</p>
        <ProblemLine error={hold.error} />
        <FormButtons
          action={t('plates.sighting.hold')}
          pending={hold.isPending}
          mayBeSent={file !== undefined}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}
