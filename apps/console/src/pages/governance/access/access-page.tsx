import type { AccessReport, AccessReportLine } from '@amaan/contracts/api/access-report';
import { Button, Select, Skeleton, TextInput } from '@mantine/core';
import { IconDownload, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { accessReportQuery } from '../../../api/access.ts';
import { sitesQuery } from '../../../api/platform.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { saveCsv } from '../../../csv/save-csv.ts';
import { useFormat } from '../../../format/use-format.ts';
import { GovernanceFrame } from '../governance-frame.tsx';
import classes from './access.module.css';
import { AccessPolicyList } from './access-policy-list.tsx';
import { reportAsCsv } from './report-as-csv.ts';

const route = getRouteApi('/shell/governance/access');

const today = () => new Date().toISOString().slice(0, 10);

/** Who could do what on a day, and the policies that say so. */
export function AccessPage() {
  const { t } = useTranslation();
  const { day = today(), q = '', action } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: report, error, refetch } = useQuery(accessReportQuery(day));
  const change = (changes: { day?: string; q?: string; action?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as typeof before, replace: true });
  const shown = report && matching(report, q, action);
  return (
    <GovernanceFrame title={t('access.title')} hint={t('access.hint')}>
      <div className={classes.tools}>
        <TextInput
          type="date"
          label={t('access.day')}
          value={day}
          max={today()}
          onChange={({ currentTarget }) => currentTarget.value !== '' && change({ day: currentTarget.value })}
        />
        <TextInput
          label={t('access.find')}
          value={q}
          dir="auto"
          onChange={({ currentTarget }) => change({ q: currentTarget.value })}
        />
        <Select
          label={t('access.action')}
          placeholder={t('access.anyAction')}
          value={action ?? null}
          clearable
          searchable
          onChange={(value) => change({ action: value ?? undefined })}
          data={report?.actions ?? []}
        />
        <Button
          variant="default"
          disabled={shown === undefined || shown.length === 0}
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          onClick={() => shown && saveCsv(`access-${day}.csv`, reportAsCsv(shown))}
        >
          {t('access.csv')}
        </Button>
      </div>
      {error && !report ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : shown === undefined ? (
        <Skeleton height={320} />
      ) : shown.length === 0 ? (
        <EmptyNotice icon={<IconUsers />} title={t('access.none')} hint={t('access.noneHint')} />
      ) : (
        <ul className={classes.people}>
          {shown.map((line) => (
            <PersonLine key={`${line.userId} ${line.from}`} line={line} action={action} />
          ))}
        </ul>
      )}
      <AccessPolicyList />
    </GovernanceFrame>
  );
}

function PersonLine({ line, action }: { line: AccessReportLine; action: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const timeOf = (instant: string) => format.utc(instant).slice('2026-03-01 '.length, -'.000'.length);
  const { data: sites = [] } = useQuery(sitesQuery);
  const { sites: scope } = line;
  const where =
    scope === 'all'
      ? t('access.sitesAll')
      : scope.map((id) => sites.find((site) => site.id === id)?.name ?? id).join(', ');
  const conditions = new Map(line.conditional.map(({ action: name, reason }) => [name, reason]));
  const actions = action === undefined ? line.actions : line.actions.filter((name) => name === action);
  return (
    <li className={classes.person}>
      <div className={classes.facts}>
        <strong>
          <bdi>{line.name}</bdi>
        </strong>
        <span className="mono ltr">{line.username}</span>
        <span>{t(`role.${line.role as 'operator'}`)}</span>
        <span>{where}</span>
        {line.disabled && <span>■ {t('access.disabled')}</span>}
        <span className="quiet">{t('access.part', { from: timeOf(line.from), to: timeOf(line.to) })}</span>
      </div>
      {line.policies === null ? (
        <p className="quiet">{t('access.noPolicies')}</p>
      ) : (
        <details open={action !== undefined}>
          <summary>
            {actions.length === 0 ? t('access.nothing') : t('access.could', { count: actions.length })}
          </summary>
          <ul className={classes.actions}>
            {actions.map((name) => {
              const reason = conditions.get(name);
              return (
                <li
                  key={name}
                  className={reason === undefined ? undefined : classes.conditional}
                  title={reason === undefined ? undefined : t('access.conditional', { reason })}
                >
                  <span className="mono ltr">{name}</span>
                  {reason !== undefined && <span className="quiet"> · {t('access.onlyWith')}</span>}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </li>
  );
}

function matching(report: AccessReport, q: string, action: string | undefined): AccessReportLine[] {
  const wanted = q.trim().toLowerCase();
  return report.lines.filter(
    ({ name, username, person, actions }) =>
      (action === undefined || actions.includes(action)) &&
      [name, username, person].some((text) => text.toLowerCase().includes(wanted)),
  );
}
