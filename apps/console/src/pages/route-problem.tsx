import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyNotice } from '../components/empty-notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';

/** When a page cannot be shown at all. */
export function RouteProblem({ error }: ErrorComponentProps) {
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  return (
    <ProblemNotice
      error={error}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}

export function UnknownPage() {
  const { t } = useTranslation();
  return (
    <EmptyNotice
      icon={<IconMapOff />}
      title={t('error.page')}
      action={
        <Button component={Link} to="/" variant="default">
          {t('error.home')}
        </Button>
      }
    />
  );
}
