import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { raiseConcern } from '../../api/concerns.ts';
import { systemsQuery } from '../../api/platform.ts';
import { ConcernForm } from '../../components/concern/concern-form.tsx';
import { ConcernProgressView } from '../../components/concern/concern-progress-view.tsx';
import classes from './staff-concern-page.module.css';

/** Where staff say that something is wrong, with their name or without. */
export function StaffConcernPage() {
  const { t } = useTranslation();
  const { data: systems = [] } = useQuery(systemsQuery);
  const [anonymous, setAnonymous] = useState(false);
  return (
    <div className={classes.page}>
      <h1>{t('concerns.raise')}</h1>
      <p className="prose quiet">{t('concerns.raiseHint')}</p>
      <ConcernForm systems={systems} send={(input) => raiseConcern({ ...input, anonymous })}>
        <Checkbox
          label={t('concerns.anonymous')}
          checked={anonymous}
          onChange={({ currentTarget }) => setAnonymous(currentTarget.checked)}
        />
      </ConcernForm>
      <ConcernProgressView />
    </div>
  );
}
