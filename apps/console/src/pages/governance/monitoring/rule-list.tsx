import type { MonitoringRule } from '@amaan/contracts/monitoring';
import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { monitoringRulesQuery } from '../../../api/monitoring.ts';
import { Mark } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { inUnit, UNIT_OF_METRIC } from './figure-text.tsx';
import classes from './monitoring.module.css';
import { RuleDialog } from './rule-dialog.tsx';

const TONE = { note: 'low', incident: 'high', suspend: 'suspended' } as const;
const SHAPE = { note: 'circle', incident: 'triangle', suspend: 'diamond' } as const;

/** The rules in force. A disabled one stays in the list and says so. */
export function RuleList() {
  const { t } = useTranslation();
  const { data: rules, error, refetch } = useQuery(monitoringRulesQuery);
  const may = useMay();
  const [edited, setEdited] = useState<MonitoringRule | 'new' | null>(null);
  if (error && !rules) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (rules === undefined) return <Skeleton height={360} />;
  return (
    <>
      {may('monitoring.change') && (
        <div>
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEdited('new')}>
            {t('monitoring.addRule')}
          </Button>
        </div>
      )}
      {rules.length === 0 && <p className="quiet">{t('monitoring.noRules')}</p>}
      <ul className={classes.rules}>
        {rules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} onEdit={() => setEdited(rule)} />
        ))}
      </ul>
      {edited !== null && (
        <RuleDialog rule={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

function RuleRow({ rule, onEdit }: { rule: MonitoringRule; onEdit: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const format = useFormat();
  return (
    <li className={classes.rule} data-disabled={rule.enabled ? undefined : true}>
      <h2>{rule.name}</h2>
      {may('monitoring.change') && (
        <Button variant="default" size="compact-sm" onClick={onEdit}>
          {t('monitoring.editRule')}
        </Button>
      )}
      <div className={classes.marks}>
        {!rule.enabled && (
          <Mark shape="square" tone="high">
            {t('monitoring.isDisabled')}
          </Mark>
        )}
        <Mark shape={SHAPE[rule.consequence]} tone={TONE[rule.consequence]}>
          {t(`monitoring.consequence.${rule.consequence}`)}
        </Mark>
        <span className="quiet">
          {rule.system === null ? t('monitoring.everySystem') : <span className="ltr">{rule.system}</span>}
        </span>
      </div>
      <p>
        {t(rule.metric === 'volume-ratio' ? 'monitoring.ruleBelow' : 'monitoring.ruleAbove', {
          metric: t(`monitoring.metric.${rule.metric}`),
          threshold: inUnit(format, UNIT_OF_METRIC[rule.metric], rule.threshold),
          hours: format.number(rule.windowHours),
          number: format.number(rule.minimumCount),
        })}
      </p>
      <p className="quiet">
        {t('monitoring.ruleVersion', {
          version: format.number(rule.version),
          name: rule.changedBy,
          at: format.dateTime(rule.changedAt),
          reason: rule.reason,
        })}
      </p>
    </li>
  );
}
