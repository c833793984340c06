import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import { Button, MultiSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconEyeOff, IconEyePlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boundariesQuery } from '../../../api/crime.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { isReasonShort, ReasonField } from '../../../components/reason-field.tsx';
import { useFormat } from '../../../format/use-format.ts';
import type { CrimeSearch } from './crime-search.ts';
import { daysOfPeriod, periodOfDays } from './local-period.ts';
import { chosenEntries, offenceEntries, offencesOf } from './offence-choices.ts';
import classes from './question-bar.module.css';
import type { CrimeSelectionState } from './use-crime-selection.ts';

export type CrimeSearchChange = { [Key in keyof CrimeSearch]?: CrimeSearch[Key] | undefined };

/** Which incidents are looked at: offences, station areas, days, and whether those are counted that officers found. */
export function QuestionBar({
  search,
  state: { siteId, summary, simulated, both },
  selection,
  children,
  onChange,
}: {
  search: CrimeSearch;
  state: CrimeSelectionState;
  selection: IncidentSelection;
  /** What belongs to the page, behind the rest. */
  children?: ReactNode;
  onChange: (change: CrimeSearchChange) => void;
}) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { data: areas } = useQuery({ ...boundariesQuery(siteId ?? ''), enabled: siteId !== undefined });
  const entries = offenceEntries({ offences: summary?.offences ?? [] });
  const days = daysOfPeriod(selection.period);
  const changeDay = (end: 'from' | 'until', day: string) => {
    const period = periodOfDays({ ...days, [end]: day });
    if (period !== null) onChange({ since: period.from, until: period.until });
  };
  return (
    <div className={classes.bar}>
      <MultiSelect
        className={classes.offences ?? ''}
        size="xs"
        searchable
        clearable
        hidePickedOptions
        limit={200}
        aria-label={t('crime.question.offences')}
        placeholder={chosenEntries(search).length === 0 ? t('crime.question.allOffences') : ''}
        value={chosenEntries(search)}
        data={[
          {
            group: t('crime.question.kinds'),
            items: entries.kinds.map(({ kind, incidents, value }) => ({
              value,
              label: `${t(`crime.kind.${kind}`)} (${format.number(incidents)})`,
            })),
          },
          {
            group: t('crime.question.ownWords'),
            items: entries.offences.map(({ offence, incidents, value }) => ({
              value,
              label: `${offence} (${format.number(incidents)})`,
            })),
          },
        ]}
        onChange={(chosen) => onChange(offencesOf(chosen))}
      />
      {areas !== undefined && areas.boundaries.length > 0 && (
        <MultiSelect
          className={classes.areas ?? ''}
          size="xs"
          searchable
          clearable
          hidePickedOptions
          limit={200}
          aria-label={t('crime.question.areas')}
          placeholder={search.areas === undefined ? t('crime.question.allAreas') : ''}
          value={search.areas ?? []}
          data={areas.boundaries.map(({ id, name, nameUrdu }) => ({
            value: id,
            label: i18n.language === 'ur' && nameUrdu !== '' ? nameUrdu : name,
          }))}
          onChange={(chosen) => onChange({ areas: chosen.length > 0 ? chosen.toSorted() : undefined })}
        />
      )}
      {(['from', 'until'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          size="xs"
          aria-label={t(`crime.question.${end}`)}
          value={days[end]}
          onChange={({ currentTarget: { value } }) => changeDay(end, value)}
        />
      ))}
      <OfficerChoice search={search} onChange={onChange} />
      {both && (
        <SegmentedControl
          size="xs"
          aria-label={t('crime.question.source')}
          value={simulated ? 'simulated' : 'reported'}
          data={(['reported', 'simulated'] as const).map((value) => ({
            value,
            label: t(`crime.question.sources.${value}`),
          }))}
          // The two have other times and other offences.
          onChange={(value) =>
            onChange({
              made: value === 'simulated',
              ...{ since: undefined, until: undefined, kinds: undefined, offences: undefined },
            })
          }
        />
      )}
      {children}
    </div>
  );
}

/** Counts offences that are on record where officers look only for a reason, which is shown beside every picture. */
function OfficerChoice({
  search: { officer },
  onChange,
}: {
  search: CrimeSearch;
  onChange: (change: CrimeSearchChange) => void;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-pressed={officer !== undefined}
        title={officer === undefined ? t('crime.question.officerOutHint') : officer}
        leftSection={
          officer === undefined ? (
            <IconEyeOff size={16} aria-hidden="true" />
          ) : (
            <IconEyePlus size={16} aria-hidden="true" />
          )
        }
        onClick={() => (officer === undefined ? setAsking(true) : onChange({ officer: undefined }))}
      >
        {t(officer === undefined ? 'crime.question.officerOut' : 'crime.question.officerIn')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('crime.question.officerTitle')}
          text={t('crime.question.officerText')}
          action={t('crime.question.officerAction')}
          pending={false}
          error={null}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setTried(true);
            if (isReasonShort(reason)) return;
            onChange({ officer: reason.trim() });
            setAsking(false);
          }}
        >
          <ReasonField value={reason} tried={tried} onChange={(text) => setReason(text.slice(0, 500))} />
        </ConfirmDialog>
      )}
    </>
  );
}
