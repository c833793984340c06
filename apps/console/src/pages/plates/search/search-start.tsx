import { Button } from '@mantine/core';
import { IconMapSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { plateSearchesQuery } from '../../../api/plates.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { PlateText } from '../../../components/plate-text.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { filterOf, type PlateSearch } from './plate-search.ts';
import { searchOfRecord } from './search-of-record.ts';
import classes from './search-start.module.css';

const SHOWN = 10;

/** Before the first result: what to do, and one's earlier searches with their reasons. */
export function SearchStart({
  search,
  onUse,
}: {
  search: PlateSearch;
  onUse: (filters: PlateSearch) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { data: records } = useQuery({ ...plateSearchesQuery, enabled: may('plate-search.read') });
  const ready = typeof filterOf(search, new Date()) !== 'string';
  return (
    <div className={classes.start}>
      <EmptyNotice
        icon={<IconMapSearch />}
        title={t('plates.search.start')}
        hint={ready ? t('plates.search.reproduced') : t('plates.search.startHint')}
      />
      {records !== undefined && records.length > 0 && (
        <section className={classes.earlier}>
          <h2>{t('plates.search.earlier')}</h2>
          <p className="quiet">{t('plates.search.earlierHint')}</p>
          <ul className={classes.records}>
            {records.slice(0, SHOWN).map((record) => (
              <li key={record.id} className={classes.record}>
                <span className={classes.facts}>
                  {record.filter.plate !== undefined && <PlateText text={record.filter.plate} />}
                  <span className="quiet">{format.dateTime(record.at)}</span>
                </span>
                <span className={classes.facts}>
                  <span className="ltr">{record.caseNumber}</span>
                  <span>{t(`plates.search.recordKind.${record.kind}`)}</span>
                  <span>{t('plates.search.results', { count: record.results })}</span>
                </span>
                <bdi className="quiet">{record.reason}</bdi>
                {record.kind === 'search' ? (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => onUse(searchOfRecord(record.filter))}
                  >
                    {t('plates.search.reuse')}
                  </Button>
                ) : (
                  <LinkButton
                    size="compact-xs"
                    variant="default"
                    to="/plates/journey"
                    search={{
                      ...(record.filter.plate !== undefined && { plate: record.filter.plate }),
                      ...(record.kind === 'convoy' && { view: 'convoy' }),
                      span: 'between',
                      from: record.filter.from,
                      to: record.filter.to,
                    }}
                  >
                    {t('plates.search.reuse')}
                  </LinkButton>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
