import type { CivicFigures } from '@amaan/contracts/civic/civic-settings';
import { Button, SegmentedControl, Skeleton, Switch } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { civicFiguresQuery, civicSettingsQuery } from '../../api/civic.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SimulatedMark } from '../../components/status-marks.tsx';
import { useFormat } from '../../format/use-format.ts';
import { FigureText } from '../governance/monitoring/figure-text.tsx';
import { OperationsFrame } from '../operations/operations-frame.tsx';
import classes from './civic.module.css';
import type { DepartmentsSearch } from './civic-search.ts';
import { DepartmentsDialog } from './departments-dialog.tsx';
import { useDepartmentName } from './use-department-name.ts';

const route = getRouteApi('/shell/operations/departments');
const PERIODS = ['30', '90', '365'] as const;
const HOUR_MS = 60 * 60_000;

/** Departments, how long they have, and how they kept their deadlines. */
export function DepartmentsPage() {
  return (
    <OperationsFrame>
      <DepartmentsView />
    </OperationsFrame>
  );
}

function DepartmentsView() {
  const { t } = useTranslation();
  const may = useMay();
  const { days = '90', simulated } = route.useSearch();
  const navigate = route.useNavigate();
  const [changing, setChanging] = useState(false);
  const settings = useQuery(civicSettingsQuery);
  const figures = useQuery(civicFiguresQuery(Number(days), simulated === 'yes'));
  const change = (changes: { [Key in keyof DepartmentsSearch]: DepartmentsSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as DepartmentsSearch, replace: true });
  const failed = settings.error ?? figures.error;
  return (
    <div className={classes.page}>
      <header className={classes.heading}>
        <h1>{t('civic.departmentsTitle')}</h1>
        {simulated === 'yes' && <SimulatedMark />}
        <SegmentedControl
          size="xs"
          value={days}
          onChange={(value) => change({ days: PERIODS.find((one) => one === value) })}
          data={PERIODS.map((value) => ({ value, label: t('civic.lastDays', { days: value }) }))}
        />
        <Switch
          size="xs"
          label={t('civic.simulated')}
          checked={simulated === 'yes'}
          onChange={({ currentTarget }) => change({ simulated: currentTarget.checked ? 'yes' : undefined })}
        />
        {may('civic.settings') && settings.data && (
          <Button size="xs" variant="default" onClick={() => setChanging(true)}>
            {t('civic.changeDepartments')}
          </Button>
        )}
      </header>
      <p className="prose quiet">{t('civic.departmentsHint')}</p>
      {failed ? (
        <ProblemNotice
          error={failed}
          onRetry={() => {
            void settings.refetch();
            void figures.refetch();
          }}
        />
      ) : settings.data === undefined || figures.data === undefined ? (
        <Skeleton height={200} />
      ) : settings.data.settings.departments.length === 0 && figures.data.departments.length === 0 ? (
        <EmptyNotice
          icon={<IconBuildingCommunity />}
          title={t('civic.noDepartments')}
          hint={t('civic.noDepartmentsHint')}
        />
      ) : (
        <DepartmentTable
          ids={[
            ...new Set([
              ...settings.data.settings.departments.map(({ id }) => id),
              ...figures.data.departments.map(({ department }) => department),
            ]),
          ]}
          figures={figures.data.departments}
          hours={Object.fromEntries(settings.data.settings.departments.map(({ id, hours }) => [id, hours]))}
        />
      )}
      {changing && settings.data && (
        <DepartmentsDialog view={settings.data} onClose={() => setChanging(false)} />
      )}
    </div>
  );
}

function DepartmentTable({
  ids,
  figures,
  hours,
}: {
  ids: readonly string[];
  figures: CivicFigures['departments'];
  hours: Readonly<Record<string, Readonly<Partial<Record<string, number>>>>>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const departmentName = useDepartmentName();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('civic.department')}</th>
            <th>{t('civic.times')}</th>
            <th>{t('civic.figure.due')}</th>
            <th>{t('civic.figure.inTime')}</th>
            <th>{t('civic.figure.median')}</th>
            <th>{t('civic.figure.reopened')}</th>
            <th>{t('civic.figure.overdue')}</th>
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => {
            const own = figures.find(({ department }) => department === id);
            const median = own?.medianHours;
            return (
              <tr key={id}>
                <td>
                  <bdi>{departmentName(id)}</bdi>
                </td>
                <td className="quiet">
                  {Object.entries(hours[id] ?? {})
                    .map(([kind, value]) =>
                      t('civic.kindHours', { kind: t(`civic.kind.${kind as 'other'}`), hours: value }),
                    )
                    .join(' · ')}
                </td>
                {own === undefined || median === undefined ? (
                  <td colSpan={5} className="quiet">
                    {t('civic.nothingDue')}
                  </td>
                ) : (
                  <>
                    <td>{format.number(own.due)}</td>
                    <td>
                      <FigureText figure={own.inTime} unit="share" />
                    </td>
                    <td>
                      <FigureText
                        unit="milliseconds"
                        figure={
                          median.state === 'known'
                            ? {
                                ...median,
                                value: median.value * HOUR_MS,
                                low: median.low * HOUR_MS,
                                high: median.high * HOUR_MS,
                              }
                            : median
                        }
                      />
                    </td>
                    <td>
                      <FigureText figure={own.reopened} unit="share" />
                    </td>
                    <td>{format.number(own.overdueNow)}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
