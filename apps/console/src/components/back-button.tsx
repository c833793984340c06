import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import frame from './list-detail.module.css';

/** From the open thing back to the list, where a narrow screen shows one of them. */
export function BackButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      className={frame.back}
      variant="subtle"
      onClick={onClick}
      leftSection={<IconArrowLeft size={16} className="mirrored" aria-hidden="true" />}
    >
      {t('common.back')}
    </Button>
  );
}
