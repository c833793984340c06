import type { ComparisonResult } from '@amaan/contracts/crime/analysis-result';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { bySurety } from './comparable.ts';
import classes from './comparison-table.module.css';
import { useRatioWords } from './use-ratio-words.ts';

type Change = ComparisonResult['areas'][number]['change'];

const MARKS: Record<Change, { shape: Shape; tone: Tone }> = {
  more: { shape: 'triangle', tone: 'high' },
  fewer: { shape: 'diamond', tone: 'good' },
  none: { shape: 'square', tone: 'quiet' },
};
/** As many as one reads; the rest on demand. */
const FIRST = 25;

/** Every area with its counts, the ratio of its rates and whether that is more than chance. */
export function ComparisonTable({ areas }: { areas: ComparisonResult['areas'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRatioWords();
  const [all, setAll] = useState(false);
  const sorted = bySurety(areas);
  const named = areas.some(({ name }) => name !== '');
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{named ? t('crimeCompare.area') : t('crimeCompare.cell')}</th>
            <th scope="col">{t('crimeCompare.verdict')}</th>
            <th scope="col">{t('crimeCompare.before')}</th>
            <th scope="col">{t('crimeCompare.after')}</th>
            <th scope="col">{t('crimeCompare.ratio')}</th>
            <th scope="col">q</th>
          </tr>
        </thead>
        <tbody>
          {(all ? sorted : sorted.slice(0, FIRST)).map((area) => (
            <tr key={area.boundaryId ?? area.ring.join()}>
              <th scope="row">
                <bdi>{area.name || '–'}</bdi>
              </th>
              <td>
                <Mark {...MARKS[area.change]}>{t(`crimeCompare.change.${area.change}`)}</Mark>
              </td>
              <td className="ltr">{format.number(area.before)}</td>
              <td className="ltr">{format.number(area.after)}</td>
              <td className="ltr">{words.interval(area)}</td>
              <td className="ltr">{format.number(area.q, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && sorted.length > FIRST && (
        <Button size="xs" variant="subtle" onClick={() => setAll(true)}>
          {t('crimeCompare.showAll', { count: sorted.length })}
        </Button>
      )}
    </div>
  );
}
