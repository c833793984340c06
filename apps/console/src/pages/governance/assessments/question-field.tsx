import type { AssessmentAnswer, AssessmentQuestion } from '@amaan/contracts/governance/impact-assessment';
import { Radio, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../../../components/records/records.module.css';
import { useLocalText } from '../../../format/use-local-text.ts';

/** One question with its guidance and the field for its type of answer. */
export function QuestionField({
  question,
  answer,
  onChange,
}: {
  question: AssessmentQuestion;
  answer: AssessmentAnswer | undefined;
  /** Undefined: not answered. */
  onChange: (answer: AssessmentAnswer | undefined) => void;
}) {
  const { t } = useTranslation();
  const local = useLocalText();
  const { type, text, guidance, levels, mandatory } = question;
  const label = local(text);
  const description = local(guidance);
  if (type === 'text') {
    return (
      <Prose
        label={label}
        description={description}
        required={mandatory}
        value={answer?.type === 'text' ? answer.text : ''}
        onChange={(value) => onChange({ type, text: value })}
      />
    );
  }
  if (type === 'list') {
    return (
      <Prose
        label={label}
        description={`${description} ${t('assessments.listHint')}.`}
        required={mandatory}
        value={answer?.type === 'list' ? answer.items.join('\n') : ''}
        onChange={(value) => onChange({ type, items: value.split('\n') })}
      />
    );
  }
  const why = answer?.type === type ? answer.why : '';
  const choices =
    type === 'scale'
      ? levels.map((meaning, index) => ({
          value: String(index + 1),
          label: t('assessments.levelOf', { level: index + 1, meaning: local(meaning) }),
        }))
      : [
          { value: 'yes', label: t('assessments.yes') },
          { value: 'no', label: t('assessments.no') },
        ];
  const chosen =
    answer?.type === 'scale'
      ? String(answer.level)
      : answer?.type === 'yes-no'
        ? answer.yes
          ? 'yes'
          : 'no'
        : '';
  const answerOf = (choice: string, reason: string): AssessmentAnswer =>
    type === 'scale'
      ? { type, level: Number(choice), why: reason }
      : { type, yes: choice === 'yes', why: reason };
  return (
    <div className={classes.block}>
      <Radio.Group
        label={label}
        description={description}
        withAsterisk={mandatory}
        value={chosen}
        onChange={(choice) => onChange(answerOf(choice, why))}
      >
        <div className={classes.headingLine}>
          {choices.map((choice) => (
            <Radio key={choice.value} value={choice.value} label={choice.label} />
          ))}
        </div>
      </Radio.Group>
      <Prose
        label={t('assessments.why')}
        value={why}
        disabled={chosen === ''}
        onChange={(value) => onChange(answerOf(chosen, value))}
      />
    </div>
  );
}

function Prose({
  onChange,
  ...rest
}: {
  label: string;
  description?: string;
  required?: boolean;
  disabled?: boolean;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Textarea
      {...rest}
      autosize
      minRows={2}
      maxRows={14}
      maxLength={6000}
      dir="auto"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
