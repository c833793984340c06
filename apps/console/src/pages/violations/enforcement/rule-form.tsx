import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import { Button, Chip, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { DrawButton } from '../../traffic/view/draw-button.tsx';
import { NumberField } from '../../traffic/view/number-field.tsx';
import classes from '../../traffic/view/view-editor.module.css';
import { classesOf, exitsOf, problemsOfRule, type RuleDraft, withShape } from './plan-draft.ts';
import { LAMPS, RULE_KINDS, RULE_NUMBERS, type RulePart } from './rule-kinds.ts';
import { SectionFields } from './section-fields.tsx';
import { SignalFields } from './signal-fields.tsx';
import { usePartName } from './use-part-name.ts';

/** What is drawn of one rule, and what holds for it. */
export function RuleForm({
  rule,
  lanes,
  drawn,
  tried,
  onChange,
  onDraw,
  onRemove,
}: {
  rule: RuleDraft;
  /** Of the camera's view. */
  lanes: readonly TrafficLane[];
  /** What is being drawn now. */
  drawn: RulePart | null;
  /** Whether somebody tried to save, so that what is missing is said. */
  tried: boolean;
  onChange: (rule: RuleDraft) => void;
  onDraw: (part: RulePart | null) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const partName = usePartName();
  const needs = RULE_KINDS[rule.kind];
  const exits = exitsOf(rule);
  const nextExit = `exit-${Number(exits.at(-1)?.slice(5) ?? 0) + 1}` as const;
  const drawable: RulePart[] = [
    ...needs.parts,
    ...exits,
    ...(needs.signal && rule.signal.from === 'picture' ? LAMPS : []),
  ];
  const removable = (part: RulePart) =>
    needs.optional.includes(part) || part.startsWith('exit-') || part === 'yellow';
  return (
    <div className={classes.form}>
      <TextInput
        size="xs"
        label={t('enforcement.ruleName')}
        value={rule.name}
        maxLength={80}
        dir="auto"
        onChange={({ currentTarget }) => onChange({ ...rule, name: currentTarget.value })}
      />
      {needs.lanes && (
        <fieldset className={classes.movements}>
          <legend>{t('enforcement.lanes')}</legend>
          <Chip.Group
            multiple
            value={[...rule.laneIds]}
            onChange={(laneIds) => onChange({ ...rule, laneIds })}
          >
            {lanes.map(({ id, name }) => (
              <Chip key={id} value={id} size="xs">
                <bdi>{name}</bdi>
              </Chip>
            ))}
          </Chip.Group>
        </fieldset>
      )}
      {drawable.length + Number(needs.exits !== 'none') > 0 && (
        <div className={parts.actions}>
          {drawable.map((part) => (
            <DrawButton
              key={part}
              label={partName(part)}
              shape={rule.shapes[part] ?? null}
              active={drawn === part}
              removable={removable(part)}
              onDraw={() => onDraw(drawn === part ? null : part)}
              onRemove={() => {
                onDraw(null);
                onChange(withShape(rule, part, null));
              }}
            />
          ))}
          {needs.exits !== 'none' && exits.length < 8 && (
            <DrawButton
              label={exits.length === 0 ? partName(nextExit) : t('enforcement.part.addExit')}
              shape={null}
              active={drawn === nextExit}
              onDraw={() => onDraw(drawn === nextExit ? null : nextExit)}
              onRemove={() => onDraw(null)}
            />
          )}
        </div>
      )}
      {needs.signal && <SignalFields rule={rule} lanes={lanes} onChange={onChange} />}
      {rule.kind === 'average-speed' && (
        <SectionFields value={rule.section} onChange={(section) => onChange({ ...rule, section })} />
      )}
      {needs.numbers.length > 0 && (
        <div className={classes.fields}>
          {needs.numbers.map((number) => (
            <NumberField
              key={number}
              label={t(`enforcement.number.${number}`)}
              value={rule.numbers[number] ?? null}
              min={RULE_NUMBERS[number].min}
              max={RULE_NUMBERS[number].max}
              step={RULE_NUMBERS[number].step}
              onChange={(value) => onChange({ ...rule, numbers: { ...rule.numbers, [number]: value } })}
            />
          ))}
        </div>
      )}
      {(rule.kind === 'helmet' || rule.kind === 'seat-belt') && (
        <TextInput
          size="xs"
          label={t('enforcement.model')}
          description={t('enforcement.modelHint')}
          value={rule.model}
          maxLength={120}
          dir="ltr"
          onChange={({ currentTarget }) => onChange({ ...rule, model: currentTarget.value })}
        />
      )}
      {classesOf(rule.kind).length > 1 && (
        <VehicleClasses
          legend={t('enforcement.classes')}
          choices={classesOf(rule.kind)}
          value={rule.classes}
          onChange={(chosen) => onChange({ ...rule, classes: chosen })}
        />
      )}
      {rule.kind === 'lane' && (
        <VehicleClasses
          legend={t('enforcement.forbidden')}
          choices={classesOf(rule.kind)}
          value={rule.forbidden}
          onChange={(forbidden) => onChange({ ...rule, forbidden })}
        />
      )}
      {tried &&
        problemsOfRule(rule).map((problem) => (
          <p
            key={'part' in problem ? problem.part : 'number' in problem ? problem.number : problem.code}
            className={classes.warning}
            role="alert"
          >
            {problem.code === 'not-drawn'
              ? t('enforcement.needs.not-drawn', { part: partName(problem.part) })
              : problem.code === 'no-number'
                ? t('enforcement.needs.no-number', { number: t(`enforcement.number.${problem.number}`) })
                : t(`enforcement.needs.${problem.code}`)}
          </p>
        ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconTrash size={14} aria-hidden="true" />}
        onClick={onRemove}
      >
        {t('enforcement.remove')}
      </Button>
    </div>
  );
}

function VehicleClasses({
  legend,
  choices,
  value,
  onChange,
}: {
  legend: string;
  choices: readonly VehicleClass[];
  value: readonly VehicleClass[];
  onChange: (value: VehicleClass[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.movements}>
      <legend>{legend}</legend>
      <Chip.Group
        multiple
        value={[...value]}
        onChange={(chosen) => onChange(choices.filter((each) => chosen.includes(each)))}
      >
        {choices.map((each) => (
          <Chip key={each} value={each} size="xs">
            {t(`object.${each}`)}
          </Chip>
        ))}
      </Chip.Group>
    </fieldset>
  );
}
