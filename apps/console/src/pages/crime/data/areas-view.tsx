import { Button, FileButton, Skeleton } from '@mantine/core';
import { IconMapOff, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { boundariesQuery, crimeKey } from '../../../api/crime.ts';
import { storeBoundaries } from '../../../api/crime-data.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemLine, ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './data.module.css';

/** The areas of the police stations of a site, which replace each other as a whole. */
export function AreasView({ siteId }: { siteId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(boundariesQuery(siteId));
  const store = useMutation({
    mutationFn: async (file: File) => storeBoundaries(siteId, await file.text()),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: crimeKey }),
  });
  return (
    <div className={classes.page}>
      <header className={classes.heading}>
        <h1>{t('crimeData.areas')}</h1>
        {may('crime-table.change') && (
          <FileButton accept=".geojson,.json" onChange={(file) => file !== null && store.mutate(file)}>
            {(props) => (
              <Button
                {...props}
                size="xs"
                variant="default"
                loading={store.isPending}
                leftSection={<IconUpload size={16} aria-hidden="true" />}
              >
                {t('crimeData.replaceAreas')}
              </Button>
            )}
          </FileButton>
        )}
      </header>
      <p className="prose quiet">{t('crimeData.areasHint')}</p>
      <ProblemLine error={store.error} />
      {error && data === undefined ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={240} />
      ) : data.boundaries.length === 0 ? (
        <EmptyNotice icon={<IconMapOff />} title={t('crimeData.noAreas')} hint={t('crimeData.noAreasHint')} />
      ) : (
        <>
          {data.storedAt !== null && (
            <p className="quiet">
              {t('crimeData.areasStored', {
                version: format.number(data.version ?? 1),
                name: data.storedBy ?? '',
                time: format.dateTime(data.storedAt),
              })}
            </p>
          )}
          <div className={classes.scroll}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{t('crimeData.areaName')}</th>
                  <th>{t('crimeData.areaNameUrdu')}</th>
                  <th>{t('crimeData.areaCode')}</th>
                  <th>{t('crimeData.areaSize')}</th>
                  <th>{t('crimeData.population')}</th>
                </tr>
              </thead>
              <tbody>
                {data.boundaries.map(({ id, name, nameUrdu, code, areaKm2, population }) => (
                  <tr key={id}>
                    <td>
                      <bdi>{name}</bdi>
                    </td>
                    <td>
                      <bdi lang="ur">{nameUrdu}</bdi>
                    </td>
                    <td className="mono">{code}</td>
                    <td>{format.number(areaKm2, 1)}</td>
                    <td>{population === null ? t('crimeData.unknown') : format.number(population)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  );
}
