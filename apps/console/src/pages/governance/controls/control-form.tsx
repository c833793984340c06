import type { ControlStatementInput, ControlView } from '@amaan/contracts/governance/control';
import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { controlQuery, controlsQuery, decideControl } from '../../../api/controls.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from './controls.module.css';

type Draft = Omit<ControlStatementInput, 'owner' | 'seen'> & { owner: string };

/** Decides on a control, or changes the decision: a new version, and the old ones stay. */
export function ControlForm({ control, onDone }: { control: ControlView; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const ids = { applies: useId(), far: useId() };
  const { statement, record, standard, id } = control;
  const [draft, setDraft] = useState<Draft>({
    ...statement,
    applicability: statement.applicability === 'undecided' ? 'applicable' : statement.applicability,
    owner: statement.owner ?? '',
    note: '',
  });
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const out = draft.applicability === 'not-applicable';
  const save = useMutation({
    mutationFn: () =>
      decideControl(standard, id, {
        ...draft,
        owner: draft.owner.trim() === '' ? null : draft.owner,
        implementation: out ? 'not-applicable' : draft.implementation,
        seen: record?.version ?? null,
      }),
    onSuccess: async (detail) => {
      queries.setQueryData(controlQuery(standard, id).queryKey, detail);
      await queries.invalidateQueries({ queryKey: controlsQuery.queryKey, exact: true });
      onDone();
    },
  });
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {control.mandatory ? (
        <p className="quiet">{t('controls.applicability.always')}</p>
      ) : (
        <div>
          <span id={ids.applies} className={classes.label}>
            {t('controls.applicability.label')}
          </span>
          <SegmentedControl
            fullWidth
            aria-labelledby={ids.applies}
            value={draft.applicability}
            onChange={(applicability) =>
              set({
                applicability: applicability as Draft['applicability'],
                ...(draft.implementation === 'not-applicable' && { implementation: 'planned' }),
              })
            }
            data={(['applicable', 'not-applicable'] as const).map((value) => ({
              value,
              label: t(`controls.applicability.${value}`),
            }))}
          />
        </div>
      )}
      {!out && (
        <div>
          <span id={ids.far} className={classes.label}>
            {t('controls.implementation.label')}
          </span>
          <SegmentedControl
            fullWidth
            aria-labelledby={ids.far}
            value={draft.implementation}
            onChange={(implementation) => set({ implementation: implementation as Draft['implementation'] })}
            data={(['planned', 'implemented'] as const).map((value) => ({
              value,
              label: t(`controls.implementation.${value}`),
            }))}
          />
        </div>
      )}
      <Textarea
        label={t('controls.justification')}
        description={t('controls.justificationHint')}
        required={out}
        autosize
        minRows={2}
        maxLength={2000}
        dir="auto"
        value={draft.justification}
        onChange={({ currentTarget }) => set({ justification: currentTarget.value })}
      />
      <TextInput
        label={t('controls.owner')}
        description={t('controls.ownerHint')}
        maxLength={120}
        dir="auto"
        value={draft.owner}
        onChange={({ currentTarget }) => set({ owner: currentTarget.value })}
      />
      <Textarea
        label={t('controls.notes')}
        autosize
        minRows={2}
        maxLength={4000}
        dir="auto"
        value={draft.notes}
        onChange={({ currentTarget }) => set({ notes: currentTarget.value })}
      />
      {record !== null && (
        <TextInput
          label={t('controls.note')}
          maxLength={500}
          dir="auto"
          value={draft.note}
          onChange={({ currentTarget }) => set({ note: currentTarget.value })}
        />
      )}
      <ProblemLine error={save.error} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t('controls.save')}
        </Button>
      </div>
    </form>
  );
}
