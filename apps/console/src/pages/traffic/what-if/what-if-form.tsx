import { CONTROLLERS, type ControllerName } from '@amaan/contracts/traffic/signal-decision';
import type { WhatIf } from '@amaan/contracts/traffic/what-if';
import { Chip, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { junctionsQuery, signalsKey, startWhatIf } from '../../../api/signals.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { localDay } from '../../../format/days.ts';
import classes from './what-if.module.css';

const DAY_MS = 86_400_000;

/** Asks for a replay: which junction, which hours of which day, under which controllers. */
export function WhatIfForm({
  junctionId,
  onAsked,
}: {
  /** The one that one comes from; null: it is chosen here. */
  junctionId: string | null;
  onAsked: (replay: WhatIf) => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: junctions = [] } = useQuery(junctionsQuery);
  const [junction, setJunction] = useState(junctionId);
  const [day, setDay] = useState(() => localDay(new Date(Date.now() - DAY_MS)));
  const [from, setFrom] = useState('07:00');
  const [to, setTo] = useState('09:00');
  const [controllers, setControllers] = useState<readonly ControllerName[]>([
    'fixed',
    'max-pressure',
    'look-ahead',
  ]);
  const [seeds, setSeeds] = useState(5);
  const [tried, setTried] = useState(false);
  const period = periodOfDay(day, from, to);
  const problem =
    junction === null
      ? 'whatIf.needsJunction'
      : period === null
        ? 'whatIf.needsTime'
        : controllers.length < 2
          ? 'whatIf.needsControllers'
          : null;
  const ask = useMutation({
    mutationFn: () =>
      startWhatIf({ junctionId: junction!, ...period!, controllers: [...controllers], seeds }),
    onSuccess: async (replay) => {
      await queryClient.invalidateQueries({ queryKey: signalsKey });
      onAsked(replay);
    },
  });
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problem === null) ask.mutate();
      }}
    >
      <h1>{t('whatIf.ask')}</h1>
      <p className="prose quiet">{t('whatIf.formHint')}</p>
      <Select
        label={t('whatIf.junction')}
        searchable
        limit={100}
        value={junction}
        data={junctions.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setJunction}
      />
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={t('whatIf.day')}
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <TextInput
          type="time"
          label={t('traffic.from')}
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="time"
          label={t('traffic.to')}
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
        <NumberInput
          label={t('whatIf.seedsField')}
          value={seeds}
          min={2}
          max={20}
          onChange={(value) => typeof value === 'number' && value >= 2 && setSeeds(value)}
        />
      </div>
      <fieldset className={classes.choice}>
        <legend>{t('whatIf.controllers')}</legend>
        <Chip.Group
          multiple
          value={[...controllers]}
          onChange={(chosen) => setControllers(CONTROLLERS.filter((name) => chosen.includes(name)))}
        >
          {CONTROLLERS.map((name) => (
            <Chip key={name} value={name} size="xs">
              {t(`signals.controller.${name}`)}
            </Chip>
          ))}
        </Chip.Group>
      </fieldset>
      <p className="quiet">{t('whatIf.seedsHint')}</p>
      {tried && problem !== null && <p role="alert">{t(problem)}</p>}
      <ProblemLine error={ask.error} />
      <FormButtons action={t('whatIf.start')} pending={ask.isPending} onClose={() => window.history.back()} />
    </form>
  );
}

/** Two times of a local day as instants; null where one is missing or they are not in order. */
export function periodOfDay(day: string, from: string, to: string): { from: string; to: string } | null {
  const [first, last] = [from, to].map((time) => Date.parse(`${day}T${time}`));
  return first! < last! ? { from: new Date(first!).toISOString(), to: new Date(last!).toISOString() } : null;
}
