import {
  CONTROL_STATUSES,
  type ControlOverview,
  STANDARDS,
  type Standard,
} from '@amaan/contracts/governance/control';
import { Button, SegmentedControl, Select, Skeleton, TextInput } from '@mantine/core';
import { IconDownload, IconFilterOff, IconListDetails, IconPrinter, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { controlsQuery } from '../../../api/controls.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { saveCsv } from '../../../csv/save-csv.ts';
import { RelativeTime } from '../../../format/relative-time.tsx';
import type { Language } from '../../../messages/i18n.ts';
import { GovernanceFrame } from '../governance-frame.tsx';
import { controlCsv } from './control-csv.ts';
import { ControlDetail } from './control-detail.tsx';
import { ControlList } from './control-list.tsx';
import type { ControlSearch } from './control-search.ts';
import { ControlSummary } from './control-summary.tsx';
import classes from './controls.module.css';
import { STANDARD_NAMES } from './standard-names.ts';
import { StatementTable } from './statement-table.tsx';

const route = getRouteApi('/shell/governance/controls');

/** Both standards: what was decided, and what the running system says to it. */
export function ControlsPage() {
  const { t, i18n } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: { [Key in keyof ControlSearch]: ControlSearch[Key] | undefined }) =>
    void navigate({ search: (before) => present({ ...before, ...changes }), replace: true });
  const { data, error, refetch } = useQuery(controlsQuery);
  const printed = search.view === 'statement';
  return (
    <GovernanceFrame
      title={printed ? t('controls.statement') : t('controls.title')}
      {...(!printed && { hint: t('controls.hint') })}
      actions={
        data && (
          <>
            <Button
              variant="default"
              leftSection={<IconListDetails size={16} aria-hidden="true" />}
              onClick={() => change({ view: printed ? undefined : 'statement', control: undefined })}
            >
              {printed ? t('controls.list') : t('controls.statement')}
            </Button>
            {printed && (
              <Button
                variant="default"
                leftSection={<IconPrinter size={16} aria-hidden="true" />}
                onClick={() => window.print()}
              >
                {t('controls.print')}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden="true" />}
              onClick={() =>
                saveCsv('amaan-controls.csv', controlCsv(data.controls, i18n.language as Language))
              }
            >
              {t('controls.csv')}
            </Button>
          </>
        )
      }
    >
      {error && !data ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={480} />
      ) : printed ? (
        <StatementTable overview={data} />
      ) : (
        <Controls overview={data} search={search} change={change} />
      )}
    </GovernanceFrame>
  );
}

function Controls({
  overview,
  search,
  change,
}: {
  overview: ControlOverview;
  search: ControlSearch;
  change: (changes: { [Key in keyof ControlSearch]: ControlSearch[Key] | undefined }) => void;
}) {
  const { t } = useTranslation();
  const { standard = 'iso-42001', status, q = '', control } = search;
  const ofStandard = overview.controls.filter((candidate) => candidate.standard === standard);
  const wanted = q.toLocaleLowerCase();
  const shown = ofStandard
    .filter((candidate) => status === undefined || candidate.status === status)
    .filter(({ id, wording }) => `${id} ${wording.en} ${wording.ur}`.toLocaleLowerCase().includes(wanted));
  const open = ofStandard.find(({ id }) => id === control);
  return (
    <>
      <search className={classes.bar} aria-label={t('controls.search')}>
        <SegmentedControl
          aria-label={t('controls.standard')}
          value={standard}
          onChange={(value) => change({ standard: value as Standard, control: undefined })}
          data={STANDARDS.map((value) => ({ value, label: STANDARD_NAMES[value] }))}
        />
        <Select
          aria-label={t('controls.status.label')}
          placeholder={t('controls.status.all')}
          clearable
          value={status ?? null}
          onChange={(value) =>
            change({ status: CONTROL_STATUSES.find((candidate) => candidate === value), control: undefined })
          }
          data={CONTROL_STATUSES.map((value) => ({ value, label: t(`controls.status.${value}`) }))}
        />
        <TextInput
          className={classes.search}
          aria-label={t('controls.search')}
          placeholder={t('controls.search')}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={q}
          onChange={({ currentTarget }) =>
            change({ q: currentTarget.value === '' ? undefined : currentTarget.value })
          }
        />
      </search>
      <div className={classes.summaryLine}>
        <ControlSummary controls={ofStandard} />
        <span className="quiet">
          <RelativeTime instant={overview.evaluatedAt} />
        </span>
      </div>
      <div className={classes.columns} data-open={open !== undefined || undefined}>
        {shown.length === 0 ? (
          <EmptyNotice
            icon={<IconFilterOff />}
            title={t('controls.emptyFilter')}
            action={
              <Button variant="default" onClick={() => change({ status: undefined, q: undefined })}>
                {t('controls.clearFilter')}
              </Button>
            }
          />
        ) : (
          <ControlList
            groups={overview.groups.filter((group) => group.standard === standard)}
            controls={shown}
            selected={open?.id}
            evaluatedAt={overview.evaluatedAt}
          />
        )}
        {open && (
          <ControlDetail standard={standard} id={open.id} onClose={() => change({ control: undefined })} />
        )}
      </div>
    </>
  );
}

/** Without the members that are undefined: they do not stand in the address. */
function present(search: { [Key in keyof ControlSearch]: ControlSearch[Key] | undefined }): ControlSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}
