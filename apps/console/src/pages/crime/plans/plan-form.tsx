import { PlanBounds, type PlanShift } from '@amaan/contracts/crime/deployment-plan';
import { ActionIcon, Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { analysesQuery, analysisQuery, crimeKey } from '../../../api/crime.ts';
import { proposePlan } from '../../../api/crime-plans.ts';
import { BackButton } from '../../../components/back-button.tsx';
import frame from '../../../components/list-detail.module.css';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useOffenceWords } from '../question/use-question-words.ts';
import classes from './plans.module.css';

const LEAST_LETTERS = 3;
const MOST_SHIFTS = 6;

/** Makes a plan: from which forecast, with how many hours of patrol, and within which bounds. */
export function PlanForm({
  siteId,
  forecastId,
  onClose,
  onMade,
}: {
  siteId: string;
  /** Null: one is to be chosen. */
  forecastId: string | null;
  onClose: () => void;
  onMade: (id: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const queryClient = useQueryClient();
  const aboutOf = useOffenceWords();
  const { data: forecasts = [] } = useQuery(analysesQuery(siteId, 'forecast'));
  const [chosen, setChosen] = useState(forecastId);
  const forecast = useQuery({ ...analysisQuery(chosen ?? ''), enabled: chosen !== null });
  const [shifts, setShifts] = useState<readonly PlanShift[]>([
    { name: t('crimePlans.evening'), fromHour: 16, untilHour: 24, patrolHours: 12 },
  ]);
  const [visitMinutes, setVisitMinutes] = useState(15);
  const [bounds, setBounds] = useState<PlanBounds>(() => PlanBounds.parse({}));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const result = forecast.data?.result?.kind === 'forecast' ? forecast.data.result : null;
  const isNoteShort = note.trim().length < LEAST_LETTERS;
  const areShiftsWrong =
    shifts.length === 0 ||
    shifts.some(({ name, fromHour, untilHour }) => name.trim() === '' || fromHour === untilHour);
  const make = useMutation({
    mutationFn: () =>
      proposePlan({
        ...{ forecastId: chosen!, shifts: [...shifts], visitMinutes, bounds, seed: 1, note: note.trim() },
      }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: crimeKey });
      onMade(id);
    },
  });
  const number = (
    label: string,
    value: number,
    limits: { min: number; max: number; step?: number },
    set: (value: number) => void,
    description?: string,
  ) => (
    <NumberInput
      size="xs"
      label={label}
      {...(description !== undefined && { description })}
      inputWrapperOrder={['label', 'input', 'description']}
      {...limits}
      decimalScale={2}
      value={value}
      onChange={(next) => typeof next === 'number' && next >= limits.min && next <= limits.max && set(next)}
    />
  );
  const bound = (name: keyof PlanBounds, limits: { min: number; max: number; step?: number }) =>
    number(
      t(`crimePlans.bound.${name}`),
      bounds[name],
      limits,
      (value) => setBounds((before) => ({ ...before, [name]: value })),
      t(`crimePlans.boundHint.${name}`),
    );
  const setShift = (at: number, change: Partial<PlanShift>) =>
    setShifts((before) => before.with(at, { ...before[at]!, ...change }));
  return (
    <>
      <BackButton onClick={onClose} />
      <header className={frame.heading}>
        <h1>{t('crimePlans.make')}</h1>
      </header>
      <p className="prose quiet">{t('crimePlans.makeHint')}</p>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (chosen !== null && !isNoteShort && !areShiftsWrong) make.mutate();
        }}
      >
        <Select
          label={t('crimePlans.forecast')}
          placeholder={t('crimePlans.chooseForecast')}
          nothingFoundMessage={t('crimePlans.noForecasts')}
          maw={760}
          value={chosen}
          error={tried && chosen === null && t('crimePlans.forecastNeeded')}
          data={forecasts
            .filter(({ state }) => state === 'done')
            .map(({ id, question, askedAt, askedBy }) => ({
              value: id,
              label: t('crimePlans.forecastOf', {
                of: aboutOf(question.selection),
                days: format.number(question.kind === 'forecast' ? question.settings.horizonDays : 0),
                from: format.date(question.selection.period.until),
                by: askedBy,
                at: format.dateTime(askedAt),
              }),
            }))}
          onChange={setChosen}
        />
        {result !== null && (
          <p className={classes.verdict} data-offered={result.offered || undefined} role="status">
            {t(`crimeForecasts.verdict.${result.reason}`)}
          </p>
        )}
        <h2>{t('crimePlans.shifts')}</h2>
        {shifts.map((shift, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else that stays
          <div key={at} className={classes.shift}>
            <TextInput
              size="xs"
              label={t('crimePlans.shiftName')}
              value={shift.name}
              maxLength={60}
              dir="auto"
              onChange={({ currentTarget }) => setShift(at, { name: currentTarget.value })}
            />
            {number(t('crimePlans.fromHour'), shift.fromHour, { min: 0, max: 23 }, (fromHour) =>
              setShift(at, { fromHour: Math.round(fromHour) }),
            )}
            {number(t('crimePlans.untilHour'), shift.untilHour, { min: 0, max: 24 }, (untilHour) =>
              setShift(at, { untilHour: Math.round(untilHour) }),
            )}
            {number(t('crimePlans.patrolHours'), shift.patrolHours, { min: 0, max: 10_000 }, (patrolHours) =>
              setShift(at, { patrolHours }),
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('crimePlans.removeShift', { name: shift.name })}
              onClick={() => setShifts((before) => before.toSpliced(at, 1))}
            >
              <IconTrash size={16} aria-hidden="true" />
            </ActionIcon>
          </div>
        ))}
        {shifts.length < MOST_SHIFTS && (
          <Button
            size="xs"
            variant="default"
            style={{ justifySelf: 'start' }}
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() =>
              setShifts((before) => [...before, { name: '', fromHour: 8, untilHour: 16, patrolHours: 8 }])
            }
          >
            {t('crimePlans.addShift')}
          </Button>
        )}
        {tried && areShiftsWrong && <p role="alert">{t('crimePlans.shiftsWrong')}</p>}
        <div className={classes.fields}>
          {number(
            t('crimePlans.visitMinutes'),
            visitMinutes,
            { min: 5, max: 60 },
            (value) => setVisitMinutes(Math.round(value)),
            t('crimePlans.visitMinutesHint'),
          )}
        </div>
        <h2>{t('crimePlans.bounds')}</h2>
        <p className="prose quiet">{t('crimePlans.boundsHint')}</p>
        <div className={classes.fields}>
          {bound('mostTimesFairShare', { min: 1, max: 10, step: 0.25 })}
          {bound('leastOfFairShare', { min: 0, max: 1, step: 0.05 })}
          {bound('mostPeriodsInRow', { min: 1, max: 26 })}
          {bound('mostVisitsPerCell', { min: 1, max: 24 })}
          {bound('leftOutShare', { min: 0, max: 0.5, step: 0.05 })}
        </div>
        <Textarea
          label={t('crimePlans.note')}
          description={t('common.recorded')}
          value={note}
          rows={2}
          maxLength={1000}
          dir="auto"
          error={tried && isNoteShort && t('crimePlans.noteNeeded')}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <ProblemLine error={make.error} />
        <Button type="submit" style={{ justifySelf: 'start' }} loading={make.isPending}>
          {t('crimePlans.propose')}
        </Button>
      </form>
    </>
  );
}
