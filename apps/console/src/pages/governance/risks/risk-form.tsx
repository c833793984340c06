import type { Risk, RiskGuide, RiskView } from '@amaan/contracts/governance/risk';
import { newIdentifier } from '@amaan/contracts/identifier';
import { Button, Checkbox, MultiSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/api-problem.ts';
import { assessmentsQuery } from '../../../api/assessments.ts';
import { systemsQuery } from '../../../api/platform.ts';
import { recordKey } from '../../../api/records.ts';
import { fetchRisk, openRisk, risksKey, saveRisk } from '../../../api/risks.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { ConflictNotice } from '../../../components/records/conflict-notice.tsx';
import { dayOf, instantOfDay, OwnerFields } from '../../../components/records/record-fields.tsx';
import classes from '../../../components/records/records.module.css';
import { ActionFields } from './action-fields.tsx';
import { RatingFields } from './rating-fields.tsx';
import { emptyRisk, riskConflicts, SOURCES, TREATMENTS } from './risk-draft.ts';
import { riskOf } from './risk-of.ts';
import { useRiskWords } from './use-risk-words.ts';

const PROSE = ['cause', 'event', 'consequence', 'affected'] as const;
const SHORTEST = 3;

/** Opens a risk, or makes the next version of one. When somebody saved meanwhile it shows both. */
export function RiskForm({
  view,
  guide,
  onSaved,
  onClose,
}: {
  /** Null: a new one. */
  view: RiskView | null;
  guide: RiskGuide;
  onSaved: (id: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const words = useRiskWords();
  const queryClient = useQueryClient();
  const { data: systems } = useQuery(systemsQuery);
  const { data: assessments } = useQuery(assessmentsQuery);
  const [system, setSystem] = useState<string | null>(view?.record.system ?? null);
  const [title, setTitle] = useState(view?.record.title ?? '');
  const [owner, setOwner] = useState(view?.record.owner ?? '');
  const [reviewDay, setReviewDay] = useState(dayOf(view?.record.reviewAt ?? null));
  const [note, setNote] = useState('');
  const [body, setBody] = useState<Risk>(() => (view ? riskOf(view) : emptyRisk()));
  const [theirs, setTheirs] = useState<RiskView | null>(null);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Risk>) => setBody({ ...body, ...part });
  const save = useMutation({
    mutationFn: () => {
      const around = { title, owner: owner.trim() || null, reviewAt: instantOfDay(reviewDay) ?? '', body };
      const seen = (theirs ?? view)?.record.version;
      return view && seen !== undefined
        ? saveRisk(view.record.id, { seen, note, ...around })
        : openRisk({ system, ...around });
    },
    onSuccess: async ({ record }) => {
      notifications.show({ message: t('documents.saved') });
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: risksKey }),
        queryClient.invalidateQueries({ queryKey: recordKey(record.id) }),
      ]);
      onSaved(record.id);
    },
    onError: async (error) => {
      if (view && error instanceof ApiProblem && error.code === 'RECORD_CHANGED')
        setTheirs(await fetchRisk(view.record.id));
    },
  });
  const complete =
    title.trim().length >= SHORTEST &&
    reviewDay !== '' &&
    PROSE.every((name) => body[name].trim().length >= SHORTEST) &&
    body.actions.every(({ what, owner: by, due }) => what.trim() !== '' && by.trim() !== '' && due !== '');
  const submit = () => {
    setTried(true);
    if (complete) save.mutate();
  };
  const neededBelow = (value: string) => tried && value.trim().length < SHORTEST && t('risks.needed');
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        label={t('risks.field.title')}
        value={title}
        required
        maxLength={200}
        dir="auto"
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        error={neededBelow(title)}
      />
      <div className={classes.pair}>
        {view === null && (
          <Select
            label={t('risks.field.system')}
            placeholder={t('documents.organisation')}
            data={(systems ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={system}
            clearable
            onChange={setSystem}
          />
        )}
        <Select
          label={t('risks.field.source')}
          data={SOURCES.map((value) => ({ value, label: t(`risks.source.${value}`) }))}
          value={body.source}
          allowDeselect={false}
          onChange={(value) => change({ source: value as Risk['source'] })}
        />
        <Select
          label={t('risks.field.treatment')}
          data={TREATMENTS.map((value) => ({ value, label: t(`risks.treatment.${value}`) }))}
          value={body.treatment}
          allowDeselect={false}
          onChange={(value) => change({ treatment: value as Risk['treatment'] })}
        />
      </div>
      {[...PROSE, 'existing' as const].map((name) => (
        <Textarea
          key={name}
          label={t(`risks.field.${name}`)}
          value={body[name]}
          required={name !== 'existing'}
          autosize
          minRows={1}
          maxLength={3000}
          dir="auto"
          onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
          error={name !== 'existing' && neededBelow(body[name])}
        />
      ))}
      <fieldset className={classes.card}>
        <legend>{t('risks.inherent')}</legend>
        <RatingFields rating={body.inherent} guide={guide} onChange={(inherent) => change({ inherent })} />
      </fieldset>
      <fieldset className={classes.card}>
        <legend>{t('risks.residual')}</legend>
        <Checkbox
          label={t('risks.judgeResidual')}
          checked={body.residual !== null}
          onChange={({ currentTarget }) => change({ residual: currentTarget.checked ? body.inherent : null })}
        />
        {body.residual && (
          <RatingFields rating={body.residual} guide={guide} onChange={(residual) => change({ residual })} />
        )}
      </fieldset>
      <fieldset className={classes.card}>
        <legend>{t('risks.field.actions')}</legend>
        {body.actions.map((action, index) => (
          <ActionFields
            key={action.id}
            action={action}
            tried={tried}
            onChange={(changed) => change({ actions: body.actions.with(index, changed) })}
            onRemove={() => change({ actions: body.actions.toSpliced(index, 1) })}
          />
        ))}
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() =>
              change({
                actions: [...body.actions, { id: newIdentifier(), what: '', owner, due: '', done: false }],
              })
            }
          >
            {t('risks.addAction')}
          </Button>
        </div>
      </fieldset>
      <TagsInput
        label={t('risks.field.controls')}
        description={t('documents.controlsHint')}
        value={body.controls}
        maxTags={40}
        dir="ltr"
        onChange={(controls) => change({ controls })}
      />
      <MultiSelect
        label={t('risks.field.assessments')}
        data={(assessments ?? []).map(({ record }) => ({
          value: record.id,
          label: `${record.number} · ${record.title}`,
        }))}
        value={body.assessments}
        maxValues={20}
        searchable
        onChange={(linked) => change({ assessments: linked })}
      />
      <OwnerFields
        owner={owner}
        reviewDay={reviewDay}
        reviewNeeded
        tried={tried}
        onChange={(changed) => {
          if (changed.owner !== undefined) setOwner(changed.owner);
          if (changed.reviewDay !== undefined) setReviewDay(changed.reviewDay);
        }}
      />
      {view && (
        <TextInput
          label={t('documents.note')}
          description={t('common.recorded')}
          value={note}
          maxLength={500}
          dir="auto"
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      )}
      {theirs ? (
        <ConflictNotice
          who={theirs.record.changedBy.name}
          fields={riskConflicts(body, riskOf(theirs), words)}
          saving={save.isPending}
          onTakeTheirs={(name) => change({ [name]: riskOf(theirs)[name as keyof Risk] })}
          onSaveMine={submit}
        />
      ) : (
        <ProblemLine error={save.error} />
      )}
      <FormButtons pending={save.isPending} mayBeSent={theirs === null} onClose={onClose} />
    </form>
  );
}
