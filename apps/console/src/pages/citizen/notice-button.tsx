import { Button } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { challanNotice } from '../../api/citizen.ts';
import { ProblemLine } from '../../components/problem-notice.tsx';
import { saveBlob } from '../../save-blob.ts';
import type { OpenChallan } from './use-challan.ts';

/** Saves the notice as PDF. The token travels in a header, which a link cannot send. */
export function NoticeButton({ open: { challan, withToken } }: { open: OpenChallan }) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: async () => saveBlob(`${challan.number}.pdf`, await withToken(challanNotice)),
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileDownload size={18} aria-hidden="true" />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('citizen.notice')}
      </Button>
      <ProblemLine error={save.error} />
    </>
  );
}
