import { Kbd } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import classes from './answer-choices.module.css';

/** Answers of which one is chosen before it is recorded: each is as large and as near as the others. */
export function AnswerChoices({
  legend,
  children,
  ref,
}: {
  /** The question. */
  legend: string;
  children: ReactNode;
  ref?: Ref<HTMLFieldSetElement>;
}) {
  return (
    <fieldset ref={ref} className={classes.answers}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

export function AnswerChoice({
  group,
  value,
  chosen,
  disabled,
  hotkey,
  hint,
  children,
  onChoose,
}: {
  /** The same for all answers to one question. */
  group: string;
  value: string;
  chosen: boolean;
  disabled: boolean;
  /** The key that chooses it, shown beside it; the form listens for it. */
  hotkey?: string;
  /** What follows from it. */
  hint?: string;
  children: string;
  onChoose: () => void;
}) {
  return (
    <label className={classes.answer} data-chosen={chosen || undefined}>
      <input
        type="radio"
        name={group}
        value={value}
        checked={chosen}
        disabled={disabled}
        onChange={onChoose}
      />
      <span className={classes.words}>
        {children}
        {hint !== undefined && <span className="quiet">{hint}</span>}
      </span>
      {hotkey !== undefined && <Kbd size="xs">{hotkey}</Kbd>}
    </label>
  );
}
