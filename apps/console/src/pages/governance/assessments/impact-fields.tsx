import type { Affected, AssessmentForm, Impact } from '@amaan/contracts/governance/impact-assessment';
import { Button, Select, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { impactLevelQuery } from '../../../api/assessments.ts';
import classes from '../../../components/records/records.module.css';
import { useLocalText } from '../../../format/use-local-text.ts';
import { ImpactLevelNote } from './impact-level-note.tsx';

const AFFECTED = ['individuals', 'groups', 'society'] as const satisfies readonly Affected[];
export const SCALES = ['severity', 'likelihood', 'reversibility', 'reach'] as const;

/** One impact: on whom, what, how grave, and what is done; its level is shown while it is judged. */
export function ImpactFields({
  impact,
  scales,
  onChange,
  onRemove,
}: {
  impact: Impact;
  scales: AssessmentForm['impactScales'];
  onChange: (impact: Impact) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const local = useLocalText();
  const { data: score } = useQuery(impactLevelQuery(impact));
  return (
    <fieldset className={classes.card}>
      <Select
        label={t('assessments.affected.label')}
        data={AFFECTED.map((value) => ({ value, label: t(`assessments.affected.${value}`) }))}
        value={impact.affected}
        allowDeselect={false}
        onChange={(value) => onChange({ ...impact, affected: value as Affected })}
      />
      <Textarea
        label={t('assessments.what')}
        value={impact.what}
        required
        autosize
        minRows={2}
        maxLength={2000}
        dir="auto"
        onChange={({ currentTarget }) => onChange({ ...impact, what: currentTarget.value })}
      />
      <div className={classes.pair}>
        {SCALES.map((scale) => (
          <Select
            key={scale}
            label={t(`assessments.scale.${scale}`)}
            data={scales[scale].map((meaning, index) => ({
              value: String(index + 1),
              label: t('assessments.levelOf', { level: index + 1, meaning: local(meaning) }),
            }))}
            value={String(impact[scale])}
            allowDeselect={false}
            onChange={(value) => onChange({ ...impact, [scale]: Number(value) })}
          />
        ))}
      </div>
      {score && <ImpactLevelNote score={score} />}
      <Textarea
        label={t('assessments.measures')}
        value={impact.measures}
        required
        autosize
        minRows={2}
        maxLength={4000}
        dir="auto"
        onChange={({ currentTarget }) => onChange({ ...impact, measures: currentTarget.value })}
      />
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconTrash size={16} aria-hidden="true" />}
          onClick={onRemove}
        >
          {t('assessments.removeImpact')}
        </Button>
      </div>
    </fieldset>
  );
}
