import type { AssessmentForm, AssessmentView, Impact } from '@amaan/contracts/governance/impact-assessment';
import { newIdentifier } from '@amaan/contracts/identifier';
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/api-problem.ts';
import { assessmentQuery, assessmentsKey, saveAssessment } from '../../../api/assessments.ts';
import { recordKey } from '../../../api/records.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { ConflictNotice } from '../../../components/records/conflict-notice.tsx';
import classes from '../../../components/records/records.module.css';
import { useLocalText } from '../../../format/use-local-text.ts';
import { answerText } from './answer-text.ts';
import { assessmentOf } from './assessment-of.ts';
import { ImpactFields } from './impact-fields.tsx';
import { QuestionField } from './question-field.tsx';

const newImpact = (): Impact => ({
  id: newIdentifier(),
  affected: 'individuals',
  what: '',
  severity: 3,
  likelihood: 3,
  reversibility: 2,
  reach: 1,
  measures: '',
});

/** The form of an assessment. When somebody saved meanwhile it keeps what was typed and shows both. */
export function AssessmentEditor({
  view,
  form,
  onClose,
}: {
  view: AssessmentView;
  form: AssessmentForm;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const local = useLocalText();
  const queryClient = useQueryClient();
  const { id } = view.record;
  const [body, setBody] = useState(() => assessmentOf(view));
  const [owner, setOwner] = useState(view.record.owner ?? '');
  const [note, setNote] = useState('');
  const [theirs, setTheirs] = useState<AssessmentView | null>(null);
  const save = useMutation({
    mutationFn: () =>
      saveAssessment(id, {
        seen: (theirs ?? view).record.version,
        note,
        owner: owner.trim() || null,
        body: { ...body, form: form.form, systemVersion: form.systemVersion },
      }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(assessmentQuery(id).queryKey, saved);
      notifications.show({ message: t('documents.saved') });
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: assessmentsKey }),
        queryClient.invalidateQueries({ queryKey: recordKey(id) }),
      ]);
      onClose();
    },
    onError: async (error) => {
      if (error instanceof ApiProblem && error.code === 'RECORD_CHANGED')
        setTheirs(await queryClient.fetchQuery({ ...assessmentQuery(id), staleTime: 0 }));
    },
  });
  const questions = form.sections.flatMap((section) => section.questions);
  const other = theirs && assessmentOf(theirs);
  const conflicts = other
    ? questions.flatMap((question) => {
        const mine = answerText(body.answers[question.id], question, local, t);
        const saved = answerText(other.answers[question.id], question, local, t);
        return mine === saved ? [] : [{ id: question.id, label: local(question.text), mine, theirs: saved }];
      })
    : [];
  if (other && JSON.stringify(other.impacts) !== JSON.stringify(body.impacts)) {
    const lines = (impacts: readonly Impact[]) => impacts.map(({ what }) => `• ${what}`).join('\n');
    conflicts.push({
      id: 'impacts',
      label: t('assessments.impacts'),
      mine: lines(body.impacts),
      theirs: lines(other.impacts),
    });
  }
  const takeTheirs = (place: string) => {
    if (other === null) return;
    if (place === 'impacts') return setBody({ ...body, impacts: other.impacts });
    const { [place]: _mine, ...rest } = body.answers;
    const answer = other.answers[place];
    setBody({ ...body, answers: answer === undefined ? rest : { ...rest, [place]: answer } });
  };
  const setImpact = (index: number, impact: Impact | null) =>
    setBody({ ...body, impacts: body.impacts.toSpliced(index, 1, ...(impact === null ? [] : [impact])) });

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {body.systemVersion !== form.systemVersion && (
        <p className={classes.warning}>
          {t('assessments.differentVersion', { version: form.systemVersion })}
        </p>
      )}
      {form.sections.map((section) => (
        <section key={section.id} className={classes.block}>
          <h3>{local(section.title)}</h3>
          <p className="prose quiet">{local(section.intro)}</p>
          {section.questions.map((question) => (
            <QuestionField
              key={question.id}
              question={question}
              answer={body.answers[question.id]}
              onChange={(answer) => {
                const { [question.id]: _before, ...rest } = body.answers;
                setBody({
                  ...body,
                  answers: answer === undefined ? rest : { ...rest, [question.id]: answer },
                });
              }}
            />
          ))}
        </section>
      ))}
      <section className={classes.block}>
        <h3>{t('assessments.impacts')}</h3>
        <p className="prose quiet">{t('assessments.impactsHint')}</p>
        {body.impacts.map((impact, index) => (
          <ImpactFields
            key={impact.id}
            impact={impact}
            scales={form.impactScales}
            onChange={(changed) => setImpact(index, changed)}
            onRemove={() => setImpact(index, null)}
          />
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => setBody({ ...body, impacts: [...body.impacts, newImpact()] })}
          >
            {t('assessments.addImpact')}
          </Button>
        </div>
      </section>
      <div className={classes.pair}>
        <TextInput
          label={t('documents.owner')}
          description={t('documents.ownerHint')}
          value={owner}
          maxLength={120}
          dir="auto"
          onChange={({ currentTarget }) => setOwner(currentTarget.value)}
        />
        <TextInput
          label={t('documents.note')}
          description={t('common.recorded')}
          value={note}
          maxLength={500}
          dir="auto"
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </div>
      {theirs ? (
        <ConflictNotice
          who={theirs.record.changedBy.name}
          fields={conflicts}
          saving={save.isPending}
          onTakeTheirs={takeTheirs}
          onSaveMine={() => save.mutate()}
        />
      ) : (
        <ProblemLine error={save.error} />
      )}
      <FormButtons
        cancel={t('assessments.cancelEdit')}
        pending={save.isPending}
        mayBeSent={theirs === null}
        onClose={onClose}
      />
    </form>
  );
}
