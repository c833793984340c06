import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DemoMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { FlowStatusMark } from './flow-status-mark.tsx';
import classes from './flows.module.css';

/** Records to choose from, newest first. */
export function FlowList({
  records,
  selected,
  titleOf = ({ title }) => title,
  extraOf,
  onSelect,
}: {
  records: readonly GovernanceRecord[];
  selected: string | undefined;
  titleOf?: (record: GovernanceRecord) => string;
  extraOf?: (record: GovernanceRecord) => ReactNode;
  onSelect: (id: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.list}>
      {records.map((record) => (
        <li key={record.id}>
          <button
            type="button"
            className={classes.row}
            aria-pressed={record.id === selected}
            onClick={() => onSelect(record.id)}
          >
            <span className={classes.rowHead}>
              <span className="quiet mono ltr">{record.number}</span>
              <FlowStatusMark status={record.status} />
            </span>
            <strong>
              <bdi>{titleOf(record)}</bdi>
            </strong>
            <span className={`${classes.rowFacts} quiet`}>
              {extraOf?.(record)}
              {record.system !== null && <bdi>{record.system}</bdi>}
              <span>{t('incidents.openedAt', { at: format.date(record.openedAt) })}</span>
              {record.demo && <DemoMark />}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
