import type { TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { junctionQuery, junctionsQuery } from '../../../api/signals.ts';
import classes from './view-editor.module.css';

/** Which lane of which junction this is, so that its queue is seen there and its traffic can be replayed. */
export function JunctionFields({
  value,
  onChange,
}: {
  value: TrafficLane['junction'];
  onChange: (value: TrafficLane['junction']) => void;
}) {
  const { t } = useTranslation();
  const { data: junctions = [] } = useQuery(junctionsQuery);
  const { data: chosen } = useQuery({ ...junctionQuery(value?.id ?? ''), enabled: value !== null });
  if (junctions.length === 0) return null;
  return (
    <div className={classes.fields}>
      <Select
        size="xs"
        searchable
        clearable
        limit={100}
        label={t('traffic.view.junction')}
        value={value?.id ?? null}
        data={junctions.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => onChange(id === null ? null : { id, laneId: '' })}
      />
      {value !== null && (
        <Select
          size="xs"
          label={t('traffic.view.junctionLane')}
          value={value.laneId === '' ? null : value.laneId}
          error={value.laneId === '' && t('traffic.view.needsJunctionLane')}
          data={(chosen?.definition.lanes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(laneId) => onChange({ ...value, laneId: laneId ?? '' })}
        />
      )}
    </div>
  );
}
