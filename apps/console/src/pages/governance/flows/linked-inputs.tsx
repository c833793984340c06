import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { concernsQuery } from '../../../api/concerns.ts';
import { flowListQuery } from '../../../api/flows.ts';
import { systemsQuery } from '../../../api/platform.ts';

interface LinkedInputProps {
  readonly label: string;
  readonly value: string[];
  readonly onChange: (value: string[]) => void;
}

/** Which audits, incidents and concerns a record came from. */
export function RecordsInput(props: LinkedInputProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { data: incidents = [] } = useQuery({ ...flowListQuery('incident'), enabled: may('incident.read') });
  const { data: audits = [] } = useQuery({ ...flowListQuery('audit'), enabled: may('audit.read') });
  const { data: concerns = [] } = useQuery({ ...concernsQuery, enabled: may('concern.read') });
  const known = [...audits, ...incidents, ...concerns];
  const options = known.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }));
  // What the reader may not list stays linked.
  const others = props.value
    .filter((id) => !known.some((record) => record.id === id))
    .map((id) => ({ value: id, label: id.slice(-12) }));
  return (
    <MultiSelect
      {...props}
      data={[...options, ...others]}
      placeholder={props.value.length === 0 ? t('incidents.chooseRecords') : ''}
      searchable
      clearable
      limit={50}
    />
  );
}

/** Which AI systems an audit looks at. */
export function SystemsInput(props: LinkedInputProps) {
  const { data: systems = [] } = useQuery(systemsQuery);
  return (
    <MultiSelect
      {...props}
      data={systems.map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      clearable
    />
  );
}
