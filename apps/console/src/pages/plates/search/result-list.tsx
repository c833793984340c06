import type { PlateSearchResult } from '@amaan/contracts/plates/sighting';
import { Button, Checkbox } from '@mantine/core';
import { IconArrowsDiff, IconDownload, IconSearchOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sightingImageUrl } from '../../../api/plates.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { Mark } from '../../../components/mark.tsx';
import { SightingPlate } from '../../../components/plate-text.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { saveCsv } from '../../../csv/save-csv.ts';
import { useFormat } from '../../../format/use-format.ts';
import { PlateCrop } from '../../../picture/plate-crop.tsx';
import { CompareDialog } from '../compare-dialog.tsx';
import frame from '../found-frame.module.css';
import { ReadingFacts, useVehicleWords } from '../sighting-facts.tsx';
import { useMeasures } from '../use-measures.ts';
import { resultAsCsv } from './result-csv.ts';
import classes from './search-page.module.css';

/** What a search found, each crop beside its text; two can be ticked and compared. */
export function ResultList({
  result,
  stale,
  chosen,
  onOpen,
}: {
  result: PlateSearchResult;
  /** The filters are no longer those of these results. */
  stale: boolean;
  chosen: string | undefined;
  onOpen: (id: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useVehicleWords();
  const measures = useMeasures();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [comparing, setComparing] = useState(false);
  const { sightings, costs, truncated, incomplete } = result;
  const [first, second] = ticked.map((id) => sightings.find((sighting) => sighting.id === id));
  const unplaced = sightings.filter(({ position }) => position === null).length;

  useEffect(() => {
    if (chosen !== undefined)
      document.getElementById(`sighting-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  /** What was not looked through matters most where nothing was found. */
  const unsearched = incomplete && (
    <p role="alert">
      <Mark shape="triangle" tone="high">
        {t('plates.search.incomplete', { time: format.dateTime(incomplete.searchedFrom) })}
      </Mark>
    </p>
  );
  if (sightings.length === 0)
    return (
      <>
        {unsearched && <div className={frame.summary}>{unsearched}</div>}
        {stale && <p className={`${frame.summary} ${frame.warning}`}>{t('plates.search.again')}</p>}
        <EmptyNotice
          icon={<IconSearchOff />}
          title={t('plates.search.empty')}
          hint={t('plates.search.emptyHint')}
        />
      </>
    );
  return (
    <>
      <div className={frame.summary} role="status">
        <strong>{t('plates.search.found', { count: sightings.length })}</strong>
        <span className={classes.grow} />
        {first && second ? (
          <Button
            size="compact-sm"
            leftSection={<IconArrowsDiff size={16} aria-hidden="true" />}
            onClick={() => setComparing(true)}
          >
            {t('plates.search.compare')}
          </Button>
        ) : (
          sightings.length > 1 && <span className="quiet">{t('plates.search.compareHint')}</span>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          onClick={() => saveCsv(`sightings-${result.searchId.slice(-12)}.csv`, resultAsCsv(result))}
        >
          {t('plates.search.csv')}
        </Button>
        {unsearched}
        {truncated && (
          <p>
            <Mark shape="triangle" tone="high">
              {t('plates.search.truncated')}
            </Mark>
          </p>
        )}
        {stale && <p className={frame.warning}>{t('plates.search.again')}</p>}
        {unplaced > 0 && <p className="quiet">{t('plates.search.unplaced', { count: unplaced })}</p>}
      </div>
      <ol className={frame.list}>
        {sightings.map((sighting, index) => {
          const plate = sighting.corrected ?? sighting.reading.text;
          const cost = costs[index] ?? 0;
          const time = format.dateTime(sighting.capturedAt);
          return (
            <li
              key={sighting.id}
              id={`sighting-${sighting.id}`}
              className={classes.item}
              data-chosen={sighting.id === chosen || undefined}
            >
              <span className={classes.tick}>
                <span className={`${classes.number} ltr`}>{format.number(index + 1)}</span>
                <Checkbox
                  size="xs"
                  aria-label={t('plates.search.tick', { time })}
                  checked={ticked.includes(sighting.id)}
                  onChange={({ currentTarget }) =>
                    setTicked((before) =>
                      currentTarget.checked
                        ? [...before, sighting.id].slice(-2)
                        : before.filter((id) => id !== sighting.id),
                    )
                  }
                />
              </span>
              <PlateCrop url={sightingImageUrl(sighting, 'crop')} text={plate} />
              <span className={frame.words}>
                <button
                  type="button"
                  className={classes.open}
                  aria-label={`${plate}, ${time}, ${sighting.cameraName}`}
                  aria-pressed={sighting.id === chosen}
                  onClick={() => onOpen(sighting.id)}
                >
                  <SightingPlate sighting={sighting} />
                </button>
                <span className={`${frame.facts} ${classes.small}`}>
                  <time dateTime={sighting.capturedAt} title={format.utc(sighting.capturedAt)}>
                    {time}
                  </time>
                  {cost > 0 && (
                    <span className="quiet" title={t('plates.closeHint')}>
                      {t('plates.close', { cost: measures.cost(cost) })}
                    </span>
                  )}
                </span>
                <bdi className="cut">{sighting.cameraName}</bdi>
                <span className={`${frame.facts} ${classes.small} quiet`}>
                  <span>{words(sighting.vehicle)}</span>
                  <ReadingFacts reading={sighting.reading} />
                </span>
                {(sighting.simulated || sighting.suspicion !== undefined) && (
                  <span className={`${frame.facts} ${classes.small}`}>
                    {sighting.suspicion !== undefined && (
                      <Mark shape="diamond" tone="high">
                        {t('plates.flag.clone')}
                      </Mark>
                    )}
                    {sighting.simulated && <SimulatedMark />}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {comparing && first && second && (
        <CompareDialog first={first} second={second} onClose={() => setComparing(false)} />
      )}
    </>
  );
}
