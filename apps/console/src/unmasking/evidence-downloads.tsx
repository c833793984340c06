import type { UnmaskSubject } from '@amaan/contracts/redaction/unmasking';
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { withView } from '../api/unmaskings.ts';

/** Saves a picture or clip as it is shown, and the report of what was covered. The name of the file says which it is. */
export function EvidenceDownloads({
  subject: { observationId, evidence },
  url,
  isOriginal,
}: {
  subject: Extract<UnmaskSubject, { kind: 'evidence' }>;
  url: string;
  isOriginal: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconDownload size={14} aria-hidden="true" />}
          style={{ marginInlineStart: 'auto' }}
        >
          {t('unmasking.download.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={withView(url, { download: true })} download>
          {t('unmasking.download.masked')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={`/api/evidence/${observationId}/${evidence}/masking-report`}
          download={`masking-report-${evidence}-${observationId.slice(-8)}.json`}
        >
          {t('unmasking.download.report')}
        </Menu.Item>
        {isOriginal && (
          <Menu.Item
            component="a"
            color="var(--critical)"
            href={withView(url, { download: true, original: true })}
            download
          >
            {t('unmasking.download.original')}
          </Menu.Item>
        )}
        <Menu.Label>{t('common.recorded')}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
