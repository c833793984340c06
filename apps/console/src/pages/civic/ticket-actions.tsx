import { civicStepsFrom } from '@amaan/contracts/civic/civic-steps';
import type { CivicStepInput, CivicStepName, CivicTicketView } from '@amaan/contracts/civic/civic-ticket';
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { civicKey, civicSettingsQuery, civicTicketQuery, takeCivicStep } from '../../api/civic.ts';
import { AnswerChoice, AnswerChoices } from '../../components/answer-choices.tsx';
import parts from '../../components/detail-parts.module.css';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { useLocalText } from '../../format/use-local-text.ts';
import classes from './civic.module.css';

const NEEDS_NOTE: readonly CivicStepName[] = ['reopen', 'dismiss', 'note'];
const LEAST_LETTERS = 3;

/** What can be done with a ticket now: one choice, what it needs, and one button. */
export function TicketActions({ ticket }: { ticket: CivicTicketView }) {
  const { t } = useTranslation();
  const localText = useLocalText();
  const queryClient = useQueryClient();
  const { data: settings } = useQuery(civicSettingsQuery);
  const departments = settings?.settings.departments ?? [];
  const own = departments.filter(({ hours }) => hours[ticket.kind] !== undefined);
  const [step, setStep] = useState<CivicStepName | null>(null);
  const [note, setNote] = useState('');
  const [department, setDepartment] = useState<string | null>(null);
  const [due, setDue] = useState('');
  const [tried, setTried] = useState(false);
  const chosen = department ?? (own.length === 1 ? own[0]!.id : null);
  const hours = departments.find(({ id }) => id === chosen)?.hours[ticket.kind];
  const isNoteShort = step !== null && NEEDS_NOTE.includes(step) && note.trim().length < LEAST_LETTERS;
  const isDueMissing = step === 'send' && chosen !== null && hours === undefined && due === '';
  const take = useMutation({
    mutationFn: (body: CivicStepInput) => takeCivicStep(ticket.id, body),
    onSuccess: (changed) => {
      queryClient.setQueryData(civicTicketQuery(ticket.id).queryKey, changed);
      setNote('');
      setStep(null);
      setTried(false);
      void queryClient.invalidateQueries({ queryKey: [...civicKey, 'list'] });
    },
  });
  const send = () => {
    setTried(true);
    if (step === null || isNoteShort || (step === 'send' && chosen === null) || isDueMissing) return;
    const common = { seen: ticket.state, note: note.trim() };
    take.mutate(
      step === 'send'
        ? {
            ...{ step, ...common, department: chosen! },
            ...(due !== '' && { dueAt: new Date(due).toISOString() }),
          }
        : { step, ...common },
    );
  };
  return (
    <section className={parts.panel} aria-label={t('civic.next')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <AnswerChoices legend={t('civic.next')}>
          {civicStepsFrom(ticket.state).map((each) => (
            <AnswerChoice
              key={each}
              group="civic-step"
              value={each}
              chosen={step === each}
              disabled={take.isPending}
              hint={t(`civic.stepHint.${each}`)}
              onChoose={() => setStep(each)}
            >
              {each === 'send' && ticket.state === 'sent'
                ? t('civic.sendElsewhere')
                : t(`civic.step.${each}`)}
            </AnswerChoice>
          ))}
        </AnswerChoices>
        {step === 'send' && (
          <>
            <Select
              label={t('civic.department')}
              placeholder={t('civic.chooseDepartment')}
              value={chosen}
              onChange={setDepartment}
              nothingFoundMessage={t('civic.noDepartments')}
              error={tried && chosen === null && t('civic.departmentNeeded')}
              data={departments.map(({ id, name }) => ({ value: id, label: localText(name) }))}
            />
            <TextInput
              type="datetime-local"
              label={t('civic.due')}
              description={hours === undefined ? t('civic.dueNeededHint') : t('civic.dueHint', { hours })}
              value={due}
              error={tried && isDueMissing && t('civic.dueNeeded')}
              onChange={({ currentTarget }) => setDue(currentTarget.value)}
            />
          </>
        )}
        {step !== null && (
          <>
            <Textarea
              label={t('civic.noteLabel')}
              value={note}
              rows={2}
              maxLength={2000}
              dir="auto"
              error={tried && isNoteShort && t('civic.noteNeeded')}
              onChange={({ currentTarget }) => setNote(currentTarget.value)}
            />
            <ProblemLine error={take.error} />
            <Button type="submit" loading={take.isPending}>
              {t(`civic.step.${step}`)}
            </Button>
          </>
        )}
      </form>
    </section>
  );
}
