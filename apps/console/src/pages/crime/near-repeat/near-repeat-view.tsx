import type { NearRepeatResult } from '@amaan/contracts/crime/analysis-result';
import { useComputedColorScheme } from '@mantine/core';
import { IconRepeat, IconRepeatOff } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { middleOf } from '../layers/cell-features.ts';
import type { CrimeMapHandle } from '../layers/crime-map.tsx';
import type { AreaFeatures } from '../layers/drawn-layer.ts';
import { useCrimeLooks } from '../layers/use-crime-looks.ts';
import { AnalysisNotes } from '../notes/analysis-notes.tsx';
import { ExportMenu } from '../picture/export-menu.tsx';
import { MapPicture, type PictureSite } from '../picture/map-picture.tsx';
import type { ResultDetails } from '../run/use-analysis.ts';
import { KnoxTable } from './knox-table.tsx';
import classes from './near-repeat-page.module.css';

/** More windows than one can read are on the map alone. */
const LISTED = 12;
const OPACITY = 0.6;

/** The advice, where it holds now, and the table that it rests on. */
export function NearRepeatView({
  result,
  details,
  alpha,
  site,
}: {
  result: NearRepeatResult;
  details: ResultDetails;
  alpha: number;
  site: PictureSite;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const looks = useCrimeLooks(useComputedColorScheme());
  const map = useRef<CrimeMapHandle>(null);
  const { advice, windows } = result;
  const features = useMemo((): AreaFeatures => windowFeatures(windows), [windows]);
  const said = (place: number) => {
    const window = windows[place];
    if (window === undefined) return null;
    return t('crimeNear.window', { count: window.incidents, until: format.date(window.until) });
  };
  const title =
    advice === null
      ? t('crimeNear.noAdvice')
      : t('crimeNear.advice', {
          days: format.number(advice.withinDays),
          metres: format.number(advice.withinMetres),
          times: format.number(advice.riskRatio, 1),
        });
  const table = <KnoxTable result={result} alpha={alpha} />;
  return (
    <section className={classes.view}>
      <div className={classes.advice} data-none={advice === null || undefined}>
        {advice === null ? (
          <IconRepeatOff size={28} aria-hidden="true" />
        ) : (
          <IconRepeat size={28} aria-hidden="true" />
        )}
        <div>
          <h1>{title}</h1>
          <p className="quiet">
            {advice === null
              ? t('crimeNear.noAdviceHint', { alpha: format.number(alpha, 2) })
              : t('crimeNear.rests', { p: format.number(advice.p, 3) })}
          </p>
        </div>
        {details.simulated && <SimulatedMark />}
      </div>
      {windows.length > 0 ? (
        <MapPicture
          site={site}
          map={map}
          details={details}
          name={`${site.name}-near-repeat`}
          title={t('crimeNear.windows', { count: windows.length })}
          subtitle={title}
          formats={['geojson', 'csv']}
          legends={[
            {
              ...{ title: t('crimeNear.legend'), opacity: OPACITY, form: 'marks' },
              entries: [{ swatch: looks.marks.hot!, label: t('crimeNear.windowMark') }],
            },
          ]}
          layers={[{ id: 'windows', form: 'areas', opacity: OPACITY, features, looks: looks.marks }]}
          describe={(_, place) => said(place)}
          side={
            <>
              <ol className={classes.windows}>
                {windows.slice(0, LISTED).map(({ ring }, place) => (
                  <li key={ring.join()}>
                    <button type="button" onClick={() => map.current?.show(middleOf(ring))}>
                      {said(place)}
                    </button>
                  </li>
                ))}
              </ol>
              {windows.length > LISTED && (
                <p className="quiet">{t('crimeNear.more', { count: windows.length - LISTED })}</p>
              )}
            </>
          }
        >
          {table}
        </MapPicture>
      ) : (
        <>
          {table}
          <AnalysisNotes details={details} />
          <ExportMenu entries={[{ id: details.id, label: t('crimeNear.title'), formats: ['csv'] }]} />
        </>
      )}
    </section>
  );
}

function windowFeatures(windows: NearRepeatResult['windows']): AreaFeatures {
  return {
    type: 'FeatureCollection',
    features: windows.map(({ ring }, place) => ({
      type: 'Feature',
      properties: { place, mark: 'hot', sign: '' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  };
}
