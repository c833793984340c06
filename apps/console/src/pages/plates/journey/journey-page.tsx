import { Button, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { IconRoute, IconUsersGroup } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findConvoys, findJourney } from '../../../api/plates.ts';
import frame from '../found-frame.module.css';
import { plateTextOf } from '../plate-text-of.ts';
import { PlatesFrame } from '../plates-frame.tsx';
import { RangeFields } from '../range-fields.tsx';
import { useReasonGate } from '../reason-gate.tsx';
import { type RangeProblem, rangeOf } from '../search/plate-search.ts';
import { ConvoyView } from './convoy-view.tsx';
import classes from './journey-page.module.css';
import { type JourneySearch, LEAST_CAMERAS, MOST_SECONDS } from './journey-search.ts';
import { JourneyView } from './journey-view.tsx';

const route = getRouteApi('/shell/plates/journey');

/** Where one vehicle went, and what drove along with it; only for a case and a reason, which are recorded first. */
export function JourneyPage() {
  return (
    <PlatesFrame>
      <JourneyForm />
    </PlatesFrame>
  );
}

function JourneyForm() {
  const { t } = useTranslation();
  const { site: _site, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const gate = useReasonGate();
  const [problem, setProblem] = useState<'plateNeeded' | RangeProblem | null>(null);
  const journey = useMutation({ mutationFn: findJourney });
  const convoy = useMutation({ mutationFn: findConvoys });
  const together = search.view === 'convoy';
  const cameras = search.cameras ?? LEAST_CAMERAS.usual;
  const seconds = search.seconds ?? MOST_SECONDS.usual;

  const change = (changes: { [Key in keyof JourneySearch]: JourneySearch[Key] | undefined }) => {
    setProblem(null);
    void navigate({ search: (before) => ({ ...before, ...changes }) as JourneySearch, replace: true });
  };
  const submit = () => {
    const plate = plateTextOf(search.plate ?? '');
    const range = rangeOf(search, new Date());
    if (plate === null || typeof range === 'string') {
      setProblem(plate === null ? 'plateNeeded' : (range as RangeProblem));
      return;
    }
    setProblem(null);
    gate.withReason((reason) => {
      const body = { plate, ...range, reason };
      if (together) convoy.mutate({ ...body, cameras, seconds });
      else journey.mutate(body);
    });
  };
  /** The result belongs to what is asked for now. */
  const stale = (asked: { readonly plate: string } | undefined) =>
    asked !== undefined && asked.plate !== plateTextOf(search.plate ?? '');

  return (
    <div className={frame.page}>
      <h1 className="unseen">{together ? t('plates.journey.convoy') : t('plates.journey.title')}</h1>
      <form
        className={classes.form}
        noValidate
        aria-label={t('plates.journey.title')}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SegmentedControl
          className={classes.view ?? ''}
          size="xs"
          aria-label={t('plates.journey.view')}
          value={together ? 'convoy' : 'route'}
          onChange={(value) => change({ view: value === 'convoy' ? 'convoy' : undefined })}
          data={[
            { value: 'route', label: t('plates.journey.route') },
            { value: 'convoy', label: t('plates.journey.convoy') },
          ]}
        />
        <TextInput
          size="xs"
          dir="ltr"
          classNames={{ input: 'mono' }}
          label={t('plates.search.plate')}
          placeholder="LEA-1234"
          defaultValue={search.plate ?? ''}
          key={together ? 'convoy' : 'route'}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          error={problem === 'plateNeeded' && t('plates.journey.plateNeeded')}
          onChange={({ currentTarget }) => change({ plate: currentTarget.value.toUpperCase() || undefined })}
        />
        <RangeFields value={search} onChange={change} />
        {together && (
          <>
            <NumberInput
              size="xs"
              label={t('plates.journey.cameras')}
              title={t('plates.journey.camerasHint')}
              min={LEAST_CAMERAS.least}
              max={LEAST_CAMERAS.most}
              value={cameras}
              onChange={(value) => typeof value === 'number' && change({ cameras: value })}
            />
            <NumberInput
              size="xs"
              label={t('plates.journey.seconds')}
              title={t('plates.journey.secondsHint')}
              min={MOST_SECONDS.least}
              max={MOST_SECONDS.most}
              step={5}
              value={seconds}
              onChange={(value) => typeof value === 'number' && change({ seconds: value })}
            />
          </>
        )}
        <Button
          className={classes.button ?? ''}
          type="submit"
          size="xs"
          loading={together ? convoy.isPending : journey.isPending}
          leftSection={
            together ? (
              <IconUsersGroup size={16} aria-hidden="true" />
            ) : (
              <IconRoute size={16} aria-hidden="true" />
            )
          }
        >
          {together ? t('plates.journey.runConvoy') : t('plates.journey.run')}
        </Button>
        {problem !== null && problem !== 'plateNeeded' && (
          <span role="alert" className={frame.warning}>
            {t(`plates.search.${problem}`)}
          </span>
        )}
      </form>
      {gate.bar}
      {gate.dialog}
      {together ? (
        <ConvoyView
          candidates={convoy.isPending ? undefined : convoy.data}
          pending={convoy.isPending}
          error={convoy.error}
          stale={stale(convoy.variables)}
          search={search}
          onRetry={submit}
        />
      ) : (
        <JourneyView
          journey={journey.isPending ? undefined : journey.data}
          pending={journey.isPending}
          error={journey.error}
          stale={stale(journey.variables)}
          onRetry={submit}
        />
      )}
    </div>
  );
}
