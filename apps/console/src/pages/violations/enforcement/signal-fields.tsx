import type { TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import { SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { junctionQuery, junctionsQuery } from '../../../api/signals.ts';
import classes from '../../traffic/view/view-editor.module.css';
import type { RuleDraft } from './plan-draft.ts';

/** How it is known what the signal shows: told by its controller, or read from the lamps in the picture. */
export function SignalFields({
  rule,
  lanes,
  onChange,
}: {
  rule: RuleDraft;
  lanes: readonly TrafficLane[];
  onChange: (rule: RuleDraft) => void;
}) {
  const { t } = useTranslation();
  const { signal } = rule;
  const { data: junctions = [] } = useQuery(junctionsQuery);
  const { data: junction } = useQuery({
    ...junctionQuery(signal.junctionId ?? ''),
    enabled: signal.from === 'controller' && signal.junctionId !== null,
  });
  // The junction that the rule's lanes lead to comes first, since it is nearly always the one.
  const near = new Set(lanes.filter(({ id }) => rule.laneIds.includes(id)).map((lane) => lane.junction?.id));
  const choices = junctions.toSorted((a, b) => Number(near.has(b.id)) - Number(near.has(a.id)));
  const change = (changes: Partial<RuleDraft['signal']>) =>
    onChange({ ...rule, signal: { ...signal, ...changes } });
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('enforcement.signal')}
        value={signal.from}
        onChange={(from) => change({ from: from === 'picture' ? 'picture' : 'controller' })}
        data={(['controller', 'picture'] as const).map((value) => ({
          value,
          label: t(`enforcement.signalFrom.${value}`),
        }))}
      />
      {signal.from === 'controller' && (
        <div className={classes.fields}>
          <Select
            size="xs"
            searchable
            limit={100}
            label={t('enforcement.junction')}
            value={signal.junctionId}
            data={choices.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(junctionId) => change({ junctionId, group: null })}
          />
          <Select
            size="xs"
            searchable
            label={t('enforcement.group')}
            value={signal.group}
            disabled={signal.junctionId === null}
            data={(junction?.definition.groups ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(group) => change({ group })}
          />
        </div>
      )}
    </>
  );
}
