import { INCIDENT_KINDS, type IncidentKind, type OffenceEntry } from '@amaan/contracts/crime/incident';
import { Button, Select, Skeleton, Switch, Textarea, TextInput } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { crimeKey } from '../../../api/crime.ts';
import { changeOffence, offencesQuery } from '../../../api/crime-data.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { Mark } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './data.module.css';

const MOST_SHOWN = 300;
const LEAST_LETTERS = 5;

/** What offences count as: their kind, and the two flags that decide where they are left out. */
export function OffencesView() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { data, error, refetch } = useQuery(offencesQuery);
  const [sought, setSought] = useState('');
  const [unreviewed, setUnreviewed] = useState(false);
  const [changing, setChanging] = useState<OffenceEntry | null>(null);
  const found = (data ?? []).filter(
    ({ offence, reviewed }) =>
      offence.toLowerCase().includes(sought.trim().toLowerCase()) && (!unreviewed || !reviewed),
  );
  return (
    <div className={classes.page}>
      <header className={classes.heading}>
        <h1>{t('crimeData.offences')}</h1>
        <TextInput
          size="xs"
          aria-label={t('crimeData.search')}
          placeholder={t('crimeData.search')}
          value={sought}
          dir="auto"
          onChange={({ currentTarget }) => setSought(currentTarget.value)}
        />
        <Switch
          size="xs"
          label={t('crimeData.onlyUnreviewed')}
          checked={unreviewed}
          onChange={({ currentTarget }) => setUnreviewed(currentTarget.checked)}
        />
      </header>
      <p className="prose quiet">{t('crimeData.offencesHint')}</p>
      {error && data === undefined ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={240} />
      ) : found.length === 0 ? (
        <EmptyNotice
          icon={<IconListSearch />}
          title={t('crimeData.noOffences')}
          hint={t('crimeData.noOffencesHint')}
        />
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('crimeData.use.offence')}</th>
                <th>{t('crimeData.countsAs')}</th>
                <th>{t('crimeData.flags')}</th>
                <th>{t('crimeData.incidents')}</th>
                <th>{t('crimeData.setBy')}</th>
                {may('crime-table.change') && <th aria-label={t('crimeData.change')} />}
              </tr>
            </thead>
            <tbody>
              {found.slice(0, MOST_SHOWN).map((entry) => (
                <tr key={entry.offence}>
                  <td data-wrap>
                    <bdi>{entry.offence}</bdi>
                  </td>
                  <td>{t(`crime.kind.${entry.kind}`)}</td>
                  <td>
                    {entry.officerInitiated && (
                      <Mark shape="diamond" tone="medium">
                        {t('crimeData.officerInitiated')}
                      </Mark>
                    )}{' '}
                    {entry.victimSensitive && (
                      <Mark shape="square" tone="high">
                        {t('crimeData.victimSensitive')}
                      </Mark>
                    )}
                  </td>
                  <td>{format.number(entry.incidents)}</td>
                  <td data-wrap className="quiet">
                    {entry.reviewed && entry.changedAt !== null
                      ? t('crimeData.setByPerson', {
                          name: entry.changedBy ?? '',
                          time: format.date(entry.changedAt),
                        })
                      : t('crimeData.setByWords')}
                  </td>
                  {may('crime-table.change') && (
                    <td>
                      <Button size="compact-xs" variant="default" onClick={() => setChanging(entry)}>
                        {t('crimeData.change')}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
          {found.length > MOST_SHOWN && (
            <p className="quiet">
              {t('crimeData.moreOffences', { number: format.number(found.length - MOST_SHOWN) })}
            </p>
          )}
        </div>
      )}
      {changing !== null && <OffenceDialog entry={changing} onClose={() => setChanging(null)} />}
    </div>
  );
}

function OffenceDialog({ entry, onClose }: { entry: OffenceEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<IncidentKind>(entry.kind);
  const [officerInitiated, setOfficerInitiated] = useState(entry.officerInitiated);
  const [victimSensitive, setVictimSensitive] = useState(entry.victimSensitive);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = reason.trim().length < LEAST_LETTERS;
  const save = useMutation({
    mutationFn: () =>
      changeOffence({
        offence: entry.offence,
        ...{ kind, officerInitiated, victimSensitive, reason: reason.trim() },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: crimeKey });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={entry.offence}
      text={t('crimeData.changeText')}
      action={t('common.save')}
      pending={save.isPending}
      error={save.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!isShort) save.mutate();
      }}
    >
      <Select
        label={t('crimeData.countsAs')}
        allowDeselect={false}
        searchable
        value={kind}
        data={INCIDENT_KINDS.map((value) => ({ value, label: t(`crime.kind.${value}`) }))}
        onChange={(value) => value !== null && setKind(value as IncidentKind)}
      />
      <Switch
        label={t('crimeData.officerInitiated')}
        description={t('crimeData.officerInitiatedHint')}
        checked={officerInitiated}
        onChange={({ currentTarget }) => setOfficerInitiated(currentTarget.checked)}
      />
      <Switch
        label={t('crimeData.victimSensitive')}
        description={t('crimeData.victimSensitiveHint')}
        checked={victimSensitive}
        onChange={({ currentTarget }) => setVictimSensitive(currentTarget.checked)}
      />
      <Textarea
        label={t('crimeData.reason')}
        value={reason}
        rows={2}
        maxLength={500}
        dir="auto"
        error={tried && isShort && t('crimeData.reasonNeeded')}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
