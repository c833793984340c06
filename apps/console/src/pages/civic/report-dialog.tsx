import { CIVIC_KINDS, type CivicKind } from '@amaan/contracts/civic/civic-ticket';
import type { Position } from '@amaan/contracts/geometry';
import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { camerasQuery } from '../../api/cameras.ts';
import { civicKey, reportCivicTicket } from '../../api/civic.ts';
import { FormButtons } from '../../components/form-buttons.tsx';
import { useWorkSites } from '../../components/list-form/use-work-sites.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import classes from './civic.module.css';

const PlaceMap = lazy(() =>
  import('../../map/place-map.tsx').then(({ PlaceMap }) => ({ default: PlaceMap })),
);
const LEAST_LETTERS = 3;

/** Reports something about a place: what, which camera shows it or where on the map, and the place in words. */
export function ReportDialog({
  startSite,
  onClose,
  onReported,
}: {
  /** The site that is looked at now; it can be changed. */
  startSite: string | undefined;
  onClose: () => void;
  onReported: (id: string) => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { sites } = useWorkSites();
  const { data: cameras = [] } = useQuery(camerasQuery);
  const [kind, setKind] = useState<CivicKind>('waste-heap');
  const [site, setSite] = useState<string | null>(null);
  const [cameraId, setCameraId] = useState<string | null>(null);
  const [picked, setPicked] = useState<Position | null>(null);
  const [place, setPlace] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const siteId = site ?? sites.find(({ id }) => id === startSite)?.id ?? sites[0]?.id ?? null;
  const own = cameras.filter((camera) => camera.siteId === siteId && !camera.simulated);
  const camera = own.find(({ id }) => id === cameraId);
  const known = own.find((each) => each.position !== null)?.position;
  const position = picked ?? camera?.position ?? null;
  const isPlaceShort = place.trim().length < LEAST_LETTERS;
  const report = useMutation({
    mutationFn: () =>
      reportCivicTicket({
        ...{ siteId: siteId!, kind, place: place.trim(), note: note.trim() },
        ...(camera !== undefined && { cameraId: camera.id }),
        ...(position !== null && { position }),
      }),
    onSuccess: (ticket) => {
      void queryClient.invalidateQueries({ queryKey: [...civicKey, 'list'] });
      onReported(ticket.id);
    },
  });
  const pick = useCallback((at: Position) => setPicked(at), []);
  return (
    <Modal opened onClose={onClose} size="lg" title={t('civic.report')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (siteId !== null && position !== null && !isPlaceShort) report.mutate();
        }}
      >
        <div className={classes.filters}>
          <Select
            label={t('civic.kindLabel')}
            allowDeselect={false}
            value={kind}
            data={CIVIC_KINDS.map((value) => ({ value, label: t(`civic.kind.${value}`) }))}
            onChange={(value) => value !== null && setKind(value as CivicKind)}
          />
          {sites.length > 1 && (
            <Select
              label={t('civic.site')}
              allowDeselect={false}
              value={siteId}
              data={sites.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(value) => {
                setSite(value);
                setCameraId(null);
              }}
            />
          )}
          <Select
            label={t('civic.camera')}
            description={t('civic.cameraHint')}
            placeholder={t('civic.noCamera')}
            searchable
            clearable
            value={cameraId}
            data={own.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setCameraId}
          />
        </div>
        <TextInput
          label={t('civic.place')}
          description={t('civic.placeHint')}
          value={place}
          maxLength={200}
          dir="auto"
          data-autofocus
          error={tried && isPlaceShort && t('civic.placeNeeded')}
          onChange={({ currentTarget }) => setPlace(currentTarget.value)}
        />
        <div className={classes.map}>
          <Suspense fallback={null}>
            <PlaceMap
              key={`${siteId}:${cameraId}`}
              position={position}
              label={t('civic.pickPlace')}
              onPick={pick}
              {...(known && { fallback: known })}
            />
          </Suspense>
        </div>
        <p
          className={position === null && tried ? classes.wrong : 'quiet'}
          role={position === null && tried ? 'alert' : undefined}
        >
          {position === null ? t('civic.pickPlaceHint') : t('civic.placed')}
        </p>
        <Textarea
          label={t('civic.noteLabel')}
          value={note}
          rows={2}
          maxLength={2000}
          dir="auto"
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <p className="quiet">{t('civic.picturesLater')}</p>
        <ProblemLine error={report.error} />
        <FormButtons action={t('civic.reportAction')} pending={report.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}
