import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fromLocalInput, toLocalInput } from '../../format/local-input.ts';
import type { PlateSearch, Span } from './search/plate-search.ts';

type Range = Pick<PlateSearch, 'span' | 'from' | 'to'>;

/** When: a range that ends now, or two times. */
export function RangeFields({
  value,
  onChange,
}: {
  value: Range;
  onChange: (change: { [Key in keyof Range]: Range[Key] | undefined }) => void;
}) {
  const { t } = useTranslation();
  const { span = 'day' } = value;
  return (
    <>
      <Select
        size="xs"
        allowDeselect={false}
        label={t('plates.search.span')}
        value={span}
        onChange={(chosen) => chosen !== null && onChange({ span: chosen as Span })}
        data={[
          { value: 'hour', label: t('plates.search.lastHour') },
          { value: 'day', label: t('plates.search.lastDay') },
          { value: 'week', label: t('plates.search.lastWeek') },
          { value: 'month', label: t('plates.search.lastMonth') },
          { value: 'between', label: t('plates.search.between') },
        ]}
      />
      {span === 'between' && (
        <>
          <TextInput
            type="datetime-local"
            size="xs"
            label={t('plates.search.from')}
            value={toLocalInput(value.from)}
            onChange={({ currentTarget }) => onChange({ from: fromLocalInput(currentTarget.value) })}
          />
          <TextInput
            type="datetime-local"
            size="xs"
            label={t('plates.search.to')}
            value={toLocalInput(value.to)}
            onChange={({ currentTarget }) => onChange({ to: fromLocalInput(currentTarget.value) })}
          />
        </>
      )}
    </>
  );
}
