import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LiveUpdates } from '../live-updates.tsx';
import { StepUpDialog } from '../step-up/step-up-dialog.tsx';
import { Rail } from './rail.tsx';
import { SecondFactorHint } from './second-factor-hint.tsx';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { TrainingHint } from './training-hint.tsx';

/** The frame around every page: areas at the start side, status and tools above, the page beside them. */
export function Shell() {
  const { t } = useTranslation();
  return (
    <LiveUpdates>
      <a className={classes.skip} href="#content">
        {t('app.skip')}
      </a>
      <div className={classes.shell}>
        <Rail />
        <TopBar />
        <main id="content" className={classes.content} tabIndex={-1}>
          <div>
            <TrainingHint />
            <SecondFactorHint />
          </div>
          <div className={classes.page}>
            <Outlet />
          </div>
        </main>
        <StepUpDialog />
      </div>
    </LiveUpdates>
  );
}
