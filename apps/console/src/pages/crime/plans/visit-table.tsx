import type { DeploymentPlan } from '@amaan/contracts/crime/deployment-plan';
import { csvText } from '@amaan/contracts/csv-text';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveCsv } from '../../../csv/save-csv.ts';
import { useFormat } from '../../../format/use-format.ts';
import { middleOf } from '../layers/cell-features.ts';
import { useAreaNames } from '../use-area-names.ts';
import classes from './plans.module.css';

const SHOWN = 20;

/** Visits by cell and shift, most expected incidents first. Nobody is named: who goes, people decide. */
export function VisitTable({ plan, name }: { plan: DeploymentPlan; name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const nameOf = useAreaNames(plan.siteId);
  const visits = plan.visits.toSorted((a, b) => b.expected - a.expected);
  const save = () => {
    const rows = visits.map(({ cell, ring, boundaryId, shift, visits: count, expected }) => {
      const [longitude, latitude] = middleOf(ring);
      return [
        String(cell),
        longitude.toFixed(6),
        latitude.toFixed(6),
        boundaryId === null ? '' : nameOf({ boundaryId }),
        shift,
        String(count),
        expected.toFixed(3),
        plan.simulated ? 'SIMULATED' : '',
      ];
    });
    const header = ['cell', 'longitude', 'latitude', 'area', 'shift', 'visits', 'expected', 'mark'];
    saveCsv(`${name}-visits.csv`, csvText(header, rows));
  };
  return (
    <section aria-labelledby="plan-visits" className={classes.part}>
      <h2 id="plan-visits">{t('crimePlans.visitsTitle')}</h2>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('crimePlans.cell')}</th>
              <th>{t('crimePlans.middle')}</th>
              <th>{t('crimePlans.area')}</th>
              <th>{t('crimePlans.shiftName')}</th>
              <th>{t('crimePlans.visits')}</th>
              <th>{t('crimePlans.expected')}</th>
            </tr>
          </thead>
          <tbody>
            {visits.slice(0, all ? visits.length : SHOWN).map((visit) => (
              <tr key={`${visit.cell} ${visit.shift}`}>
                <th scope="row">
                  <bdi>{visit.cell}</bdi>
                </th>
                <td dir="ltr">{placeOf(visit.ring)}</td>
                <td>
                  <bdi>{nameOf(visit)}</bdi>
                </td>
                <td>
                  <bdi>{visit.shift}</bdi>
                </td>
                <td>{format.number(visit.visits)}</td>
                <td>{format.confidence(visit.expected)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.facts}>
        {!all && visits.length > SHOWN && (
          <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
            {t('crimePlans.showAll', { number: format.number(visits.length) })}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden="true" />}
          onClick={save}
        >
          CSV
        </Button>
      </div>
    </section>
  );
}

/** Latitude and longitude of a cell's middle, to about ten metres. */
function placeOf(ring: DeploymentPlan['visits'][number]['ring']): string {
  const [longitude, latitude] = middleOf(ring);
  return `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
}
