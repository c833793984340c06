import {
  AFTER_THE_EVENT,
  FACE_REPORT_GROUPINGS,
  type FaceReport,
  type FaceReportGrouping,
  type FaceReportLine,
} from '@amaan/contracts/faces/matches/face-report';
import type { Figure } from '@amaan/contracts/monitoring';
import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { watchlistsQuery } from '../../../api/faces.ts';
import parts from '../../../components/detail-parts.module.css';
import { useFormat } from '../../../format/use-format.ts';
import { FigureText, inUnit } from '../../governance/monitoring/figure-text.tsx';
import { RateChart, type RatedPart } from './rate-chart.tsx';
import classes from './reports.module.css';

/** Rows that are drawn before somebody asks for more. */
const ROWS = 50;

/** The same by camera, list, site or light, the parts with most alerts first. */
export function ReportParts({
  report,
  by,
  onBy,
}: {
  report: FaceReport;
  by: FaceReportGrouping;
  onBy: (by: FaceReportGrouping) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePartName(by);
  const findingOf = useFinding();
  const [shown, setShown] = useState(ROWS);
  const lines = (report.groups.find(({ grouping }) => grouping === by)?.lines ?? []).toSorted(
    (a, b) => b.alerts - a.alerts || b.faces - a.faces,
  );
  const rated: RatedPart[] = lines.map((line) => ({
    name: nameOf(line),
    perAlert: line.falsePerAlert,
    perFace: line.falsePerFace,
  }));
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-label={t('faceReports.parts')}>
      <SegmentedControl
        className={classes.choice ?? ''}
        aria-label={t('faceReports.parts')}
        value={by}
        data={FACE_REPORT_GROUPINGS.map((value) => ({ value, label: t(`faceReports.by.${value}`) }))}
        onChange={(value) => onBy(value as FaceReportGrouping)}
      />
      <RateChart
        parts={rated}
        title={(per) =>
          findingOf(per, per === 'alert' ? report.total.falsePerAlert : report.total.falsePerFace)
        }
      />
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t(`faceReports.by.${by}`)}</th>
              <th scope="col">{t('faceReports.faces')}</th>
              <th scope="col">{t('faceReports.alerts')}</th>
              <th scope="col">{t('faces.matches.states.confirmed')}</th>
              <th scope="col">{t('faces.matches.states.rejected')}</th>
              <th scope="col">{t('faceReports.perAlert')}</th>
              <th scope="col">{t('faceReports.perFace')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, shown).map((line) => (
              <tr key={line.label}>
                <th scope="row">
                  <bdi>{nameOf(line)}</bdi>
                </th>
                <td>{format.number(line.faces)}</td>
                <td>{format.number(line.alerts)}</td>
                <td>{format.number(line.confirmed)}</td>
                <td>{format.number(line.rejected)}</td>
                <td>
                  <FigureText figure={line.falsePerAlert} unit="share" />
                </td>
                <td>
                  <FigureText figure={line.falsePerFace} unit="rare-share" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > shown && (
        <span>
          <Button size="xs" variant="default" onClick={() => setShown((before) => before + ROWS)}>
            {t('faceReports.more', { count: lines.length - shown })}
          </Button>
        </span>
      )}
    </section>
  );
}

/** How often it was wrong as a whole, in one sentence. */
function useFinding(): (per: 'alert' | 'face', figure: Figure) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (per, figure) => {
    if (figure.state === 'not-enough-data')
      return t('faceReports.tooFew', {
        number: format.number(figure.count),
        needed: format.number(figure.needed),
      });
    const percent = (value: number) => inUnit(format, per === 'alert' ? 'share' : 'rare-share', value);
    return t(per === 'alert' ? 'faceReports.findingAlert' : 'faceReports.findingFace', {
      ...{ value: percent(figure.value), low: percent(figure.low), high: percent(figure.high) },
    });
  };
}

/** What a part is called. Names of lists are for those who may see lists; others are told the end of their number. */
function usePartName(by: FaceReportGrouping): (line: FaceReportLine) => string {
  const { t } = useTranslation();
  const may = useMay();
  const { data: lists } = useQuery({
    ...watchlistsQuery,
    enabled: by === 'watchlist' && may('watchlist.read'),
  });
  return ({ label, name }) => {
    if (label === AFTER_THE_EVENT) return t('faceReports.afterTheEvent');
    if (by === 'light') return t(`faceReports.light.${label as 'day' | 'night'}`);
    if (name !== null) return name;
    const list = lists?.find(({ id }) => id === label)?.name;
    if (list !== undefined) return list;
    return t(by === 'watchlist' ? 'faceReports.list' : 'faceReports.unnamed', { number: label.slice(-8) });
  };
}
