import { IconSchool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/session.ts';
import { useFormat } from '../format/use-format.ts';
import type { Language } from '../messages/i18n.ts';
import classes from './second-factor-hint.module.css';

/** Tells people from the moment of signing in which training they lack and what it closes. */
export function TrainingHint() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { data: me } = useQuery(meQuery);
  if (!me || me.trainingGaps.length === 0) return null;
  const language = i18n.language as Language;
  return (
    <aside className={classes.hint}>
      <IconSchool size={18} aria-hidden="true" />
      <p>
        {t('assurance.gapsBanner', {
          count: me.trainingGaps.length,
          courses: format.list(me.trainingGaps.map(({ title }) => title[language])),
        })}
      </p>
    </aside>
  );
}
