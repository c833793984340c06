import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconMapPin, IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { camerasQuery } from '../../../api/cameras.ts';
import { RangeFields } from '../range-fields.tsx';
import { VehicleFilters } from '../vehicle-filters.tsx';
import { camerasOf, type PlateSearch, type SearchProblem } from './plate-search.ts';
import classes from './search-page.module.css';

export type ChangeSearch = (changes: { [Key in keyof PlateSearch]: PlateSearch[Key] | undefined }) => void;

/** What is looked for. The address holds it; nothing is searched before the button is pressed. */
export function SearchForm({
  search,
  problem,
  pending,
  onChange,
  onRun,
}: {
  search: PlateSearch;
  problem: SearchProblem | null;
  pending: boolean;
  onChange: ChangeSearch;
  onRun: () => void;
}) {
  const { t } = useTranslation();
  const { data: cameras = [] } = useQuery(camerasQuery);
  // Without its own state the caret would jump to the end while the address changes.
  const [plate, setPlate] = useState(search.plate ?? '');
  const [before, setBefore] = useState(search.plate);
  if (search.plate !== before) {
    setBefore(search.plate);
    if ((search.plate ?? '') !== plate) setPlate(search.plate ?? '');
  }
  const plateProblem = problem === 'badPlate' || problem === 'unknownPlate' ? problem : null;
  const otherProblem = plateProblem === null ? problem : null;
  return (
    <form
      className={classes.form}
      noValidate
      aria-label={t('plates.search.title')}
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
    >
      <TextInput
        className={classes.plate ?? ''}
        classNames={{ input: 'mono' }}
        size="xs"
        dir="ltr"
        label={t('plates.search.plate')}
        description={t('plates.search.plateHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        placeholder="LE?-1?34"
        value={plate}
        maxLength={24}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={plateProblem && t(`plates.search.${plateProblem}`)}
        onChange={({ currentTarget }) => {
          const text = currentTarget.value.toUpperCase();
          setPlate(text);
          setBefore(text === '' ? undefined : text);
          onChange({ plate: text === '' ? undefined : text });
        }}
      />
      <Select
        size="xs"
        allowDeselect={false}
        label={t('plates.search.tolerance')}
        title={t('plates.search.toleranceHint')}
        value={search.tolerance ?? '0'}
        onChange={(value) =>
          onChange({
            tolerance: value === '0' ? undefined : ((value ?? undefined) as PlateSearch['tolerance']),
          })
        }
        data={[
          { value: '0', label: t('plates.search.exactly') },
          { value: '1', label: t('plates.search.tolerance1') },
          { value: '2', label: t('plates.search.tolerance2') },
          { value: '3', label: t('plates.search.tolerance3') },
        ]}
      />
      <RangeFields value={search} onChange={onChange} />
      <MultiSelect
        size="xs"
        searchable
        clearable
        limit={50}
        classNames={{ pillsList: classes.pills ?? '' }}
        label={t('plates.search.cameras')}
        placeholder={search.cameras === undefined ? t('plates.anyCamera') : ''}
        value={camerasOf(search.cameras)}
        onChange={(ids) => onChange({ cameras: ids.length === 0 ? undefined : ids.join(',') })}
        data={cameras.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        size="xs"
        allowDeselect={false}
        label={t('plates.search.scope')}
        value={search.scope ?? 'case-site'}
        onChange={(value) => onChange({ scope: value === 'my-sites' ? 'my-sites' : undefined })}
        data={[
          { value: 'case-site', label: t('plates.search.caseSite') },
          { value: 'my-sites', label: t('plates.search.mySites') },
        ]}
      />
      <VehicleFilters value={search} onChange={(change) => onChange(change as PlateSearch)} />
      <div className={classes.run}>
        <Button
          type="submit"
          size="xs"
          loading={pending}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
        >
          {t('plates.search.run')}
        </Button>
        {search.area !== undefined && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconMapPin size={16} aria-hidden="true" />}
            rightSection={<IconX size={14} aria-hidden="true" />}
            title={t('plates.search.clearArea')}
            onClick={() => onChange({ area: undefined })}
          >
            {t('plates.search.areaSet')}
          </Button>
        )}
        {otherProblem !== null && (
          <span role="alert" className={classes.problem}>
            {t(`plates.search.${otherProblem}`)}
          </span>
        )}
      </div>
    </form>
  );
}
