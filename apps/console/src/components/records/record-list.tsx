import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { ReactNode } from 'react';
import { DemoMark } from '../status-marks.tsx';
import { RecordStatusMark } from './record-status-mark.tsx';
import classes from './records.module.css';

/** Records to choose from. */
export function RecordList<Item extends { readonly record: GovernanceRecord }>({
  items,
  selected,
  titleOf,
  factsOf,
  onSelect,
}: {
  items: readonly Item[];
  selected: string | undefined;
  /** Where the record's own title is not what people look for. */
  titleOf?: (item: Item) => string;
  /** What only this kind shows of each: marks, scores, dates. */
  factsOf: (item: Item) => ReactNode;
  onSelect: (id: string) => void;
}) {
  return (
    <ul className={classes.list}>
      {items.map((item) => {
        const { id, number, status, title, system, demo } = item.record;
        return (
          <li key={id}>
            <button
              type="button"
              className={classes.row}
              aria-pressed={id === selected}
              onClick={() => onSelect(id)}
            >
              <span className={classes.rowHead}>
                <span className="quiet mono ltr">{number}</span>
                <RecordStatusMark status={status} />
              </span>
              <strong>
                <bdi>{titleOf?.(item) ?? title}</bdi>
              </strong>
              <span className={classes.rowFacts}>
                {factsOf(item)}
                {system !== null && <bdi className="quiet">{system}</bdi>}
                {demo && <DemoMark />}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
