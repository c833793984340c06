import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { analysisExportUrl } from '../../../api/crime.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';

/** An analysis that can be saved as data. */
export interface ExportEntry {
  readonly id: string;
  readonly label: string;
  readonly formats: readonly ('geojson' | 'csv')[];
}

/** Saves what is shown: as a picture with all its notes, or the figures themselves. */
export function ExportMenu({
  entries,
  onPicture,
}: {
  entries: readonly ExportEntry[];
  /** Left out: there is no picture. */
  onPicture?: (() => Promise<void>) | undefined;
}) {
  const { t } = useTranslation();
  const picture = useMutation({ mutationFn: () => onPicture!() });
  if (entries.length === 0 && onPicture === undefined) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            loading={picture.isPending}
            leftSection={<IconDownload size={16} aria-hidden="true" />}
          >
            {t('crime.export.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {onPicture && <Menu.Item onClick={() => picture.mutate()}>{t('crime.export.picture')}</Menu.Item>}
          {entries.map(({ id, label, formats }) =>
            formats.map((format) => (
              <Menu.Item key={`${id} ${format}`} component="a" href={analysisExportUrl(id, format)} download>
                {t(`crime.export.${format}`, { of: label })}
              </Menu.Item>
            )),
          )}
        </Menu.Dropdown>
      </Menu>
      <ProblemLine error={picture.error} />
    </>
  );
}
