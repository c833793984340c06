import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { speedSectionsQuery } from '../../../api/enforcement.ts';
import classes from '../../traffic/view/view-editor.module.css';
import type { RuleDraft } from './plan-draft.ts';

/** Which section of average speed, and which end of it this camera is. */
export function SectionFields({
  value,
  onChange,
}: {
  value: RuleDraft['section'];
  onChange: (value: RuleDraft['section']) => void;
}) {
  const { t } = useTranslation();
  const { data: sections = [] } = useQuery(speedSectionsQuery);
  return (
    <div className={classes.fields}>
      <Select
        size="xs"
        label={t('enforcement.section')}
        value={value.id}
        data={sections.map(({ section: { id, name } }) => ({ value: id, label: name }))}
        onChange={(id) => onChange({ ...value, id })}
      />
      <Select
        size="xs"
        allowDeselect={false}
        label={t('enforcement.end')}
        value={value.end}
        data={(['entry', 'exit'] as const).map((end) => ({
          value: end,
          label: t(`enforcement.ends.${end}`),
        }))}
        onChange={(end) => onChange({ ...value, end: end === 'exit' ? 'exit' : 'entry' })}
      />
    </div>
  );
}
