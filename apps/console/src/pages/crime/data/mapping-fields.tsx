import type { ImportPreview } from '@amaan/contracts/crime/import-batch';
import {
  DATE_ORDERS,
  FILE_ENCODINGS,
  type ImportKind,
  type ImportMapping,
  SEPARATORS,
  TIME_PRECISIONS,
} from '@amaan/contracts/crime/import-mapping';
import { MultiSelect, Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './data.module.css';

const SEPARATOR_NAMES = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  ' ': 'blank',
} as const satisfies Record<(typeof SEPARATORS)[number], string>;

/** The mapping that one begins with where none was found. */
function emptyMapping(kind: ImportKind, columns: readonly string[]): ImportMapping {
  const [first = '1'] = columns;
  return {
    kind,
    place: { x: first, y: first, crs: 'EPSG:4326', decimalComma: false },
    time: {
      ...{ from: [first], until: [], dateOrder: 'dmy', precision: 'as-written' },
      timeZone: 'Asia/Karachi',
    },
    offence: null,
    externalId: null,
    minutes: null,
    sameRows: 'keep',
  };
}

/** Which column is what. Columns of persons are not among the choices. */
export function MappingFields({
  preview,
  kind,
  mapping,
  disabled,
  onChange,
}: {
  preview: ImportPreview;
  kind: ImportKind;
  mapping: ImportMapping | null;
  disabled: boolean;
  onChange: (mapping: ImportMapping) => void;
}) {
  const { t } = useTranslation();
  const names = preview.columns.filter(({ personal }) => !personal).map(({ name }) => name);
  const now = mapping ?? emptyMapping(kind, names);
  const { place, time, offence } = now;
  const set = (change: Partial<ImportMapping>) => onChange({ ...now, ...change });
  const setPlace = (change: Partial<ImportMapping['place']>) => set({ place: { ...place, ...change } });
  const setTime = (change: Partial<ImportMapping['time']>) => set({ time: { ...time, ...change } });
  const column = (
    label: string,
    value: string | null,
    choose: (name: string | null) => void,
    none = false,
  ) => (
    <Select
      size="xs"
      searchable
      label={label}
      disabled={disabled}
      data={names}
      value={mapping === null && !none ? null : value}
      clearable={none}
      allowDeselect={none}
      placeholder={none ? t('crimeData.none') : t('crimeData.chooseColumn')}
      onChange={choose}
    />
  );
  const constant = offence !== null && 'constant' in offence ? offence.constant : '';
  return (
    <section aria-labelledby="mapping">
      <h2 id="mapping">{t('crimeData.mapping')}</h2>
      <div className={classes.fields}>
        {column(t('crimeData.use.x'), place.x, (name) => name !== null && setPlace({ x: name }))}
        {column(t('crimeData.use.y'), place.y, (name) => name !== null && setPlace({ y: name }))}
        <TextInput
          key={place.crs}
          size="xs"
          label={t('crimeData.crs')}
          description={t('crimeData.crsHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          dir="ltr"
          disabled={disabled}
          defaultValue={place.crs}
          maxLength={20}
          onBlur={({ currentTarget }) =>
            currentTarget.value.trim() !== place.crs && setPlace({ crs: currentTarget.value.trim() })
          }
        />
        <MultiSelect
          size="xs"
          searchable
          label={t('crimeData.use.from')}
          disabled={disabled}
          data={names}
          maxValues={6}
          value={mapping === null ? [] : time.from}
          onChange={(value) => value.length > 0 && setTime({ from: value })}
        />
        <MultiSelect
          size="xs"
          searchable
          label={t('crimeData.use.until')}
          disabled={disabled}
          data={names}
          maxValues={6}
          placeholder={time.until.length === 0 ? t('crimeData.none') : ''}
          value={time.until}
          onChange={(value) => setTime({ until: value })}
        />
        <Select
          size="xs"
          label={t('crimeData.precision')}
          allowDeselect={false}
          disabled={disabled}
          value={time.precision}
          data={TIME_PRECISIONS.map((value) => ({ value, label: t(`crimeData.precisions.${value}`) }))}
          onChange={(value) => setTime({ precision: TIME_PRECISIONS.find((one) => one === value)! })}
        />
        <Select
          size="xs"
          label={t('crimeData.dateOrder')}
          allowDeselect={false}
          disabled={disabled}
          value={time.dateOrder}
          data={DATE_ORDERS.map((value) => ({ value, label: t(`crimeData.dateOrders.${value}`) }))}
          onChange={(value) => setTime({ dateOrder: DATE_ORDERS.find((one) => one === value)! })}
        />
        <TextInput
          key={time.timeZone}
          size="xs"
          label={t('crimeData.timeZone')}
          dir="ltr"
          disabled={disabled}
          defaultValue={time.timeZone}
          onBlur={({ currentTarget }) =>
            currentTarget.value.trim() !== time.timeZone && setTime({ timeZone: currentTarget.value.trim() })
          }
        />
        {kind === 'incidents' &&
          column(
            t('crimeData.use.offence'),
            offence !== null && 'column' in offence ? offence.column : null,
            (name) => set({ offence: name === null ? null : { column: name } }),
            true,
          )}
        {kind === 'incidents' && (offence === null || 'constant' in offence) && (
          <TextInput
            key={constant}
            size="xs"
            label={t('crimeData.constant')}
            description={t('crimeData.constantHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            disabled={disabled}
            defaultValue={constant}
            maxLength={120}
            dir="auto"
            onBlur={({ currentTarget }) => {
              const text = currentTarget.value.trim();
              if (text !== constant) set({ offence: text === '' ? null : { constant: text } });
            }}
          />
        )}
        {column(t('crimeData.use.externalId'), now.externalId, (name) => set({ externalId: name }), true)}
        {kind === 'patrols' &&
          column(t('crimeData.use.minutes'), now.minutes, (name) => set({ minutes: name }), true)}
        <Select
          size="xs"
          label={t('crimeData.encoding')}
          clearable
          disabled={disabled}
          placeholder={preview.encoding ?? t('crimeData.none')}
          value={now.encoding ?? null}
          data={[...FILE_ENCODINGS]}
          onChange={(value) => {
            const { encoding: _, ...rest } = now;
            const encoding = FILE_ENCODINGS.find((one) => one === value);
            onChange(encoding === undefined ? rest : { ...rest, encoding });
          }}
        />
        <Select
          size="xs"
          label={t('crimeData.separator')}
          clearable
          disabled={disabled}
          placeholder={
            preview.separator === null
              ? t('crimeData.none')
              : t(`crimeData.separators.${SEPARATOR_NAMES[preview.separator]}`)
          }
          value={now.separator ?? null}
          data={SEPARATORS.map((value) => ({
            value,
            label: t(`crimeData.separators.${SEPARATOR_NAMES[value]}`),
          }))}
          onChange={(value) => {
            const { separator: _, ...rest } = now;
            const separator = SEPARATORS.find((one) => one === value);
            onChange(separator === undefined ? rest : { ...rest, separator });
          }}
        />
        <Switch
          size="xs"
          label={t('crimeData.decimalComma')}
          disabled={disabled}
          checked={place.decimalComma}
          onChange={({ currentTarget }) => setPlace({ decimalComma: currentTarget.checked })}
        />
        <Switch
          size="xs"
          label={t('crimeData.header')}
          disabled={disabled}
          checked={now.header ?? preview.header}
          onChange={({ currentTarget }) => set({ header: currentTarget.checked })}
        />
        <Switch
          size="xs"
          label={t('crimeData.dropSame')}
          disabled={disabled}
          checked={now.sameRows === 'drop'}
          onChange={({ currentTarget }) => set({ sameRows: currentTarget.checked ? 'drop' : 'keep' })}
        />
      </div>
    </section>
  );
}
