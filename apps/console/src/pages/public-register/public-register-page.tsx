import type { PublicRegister } from '@amaan/contracts/public-register';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PUBLIC_REGISTER_URL, publicRegisterQuery } from '../../api/public-register.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import { LanguageSwitch, ThemeSwitch } from '../../shell/preferences.tsx';
import classes from './public-register-page.module.css';
import { PublicSystemCard } from './public-system-card.tsx';
import { PublicTally } from './public-tally.tsx';
import { PublicViolations } from './public-violations.tsx';

/** What runs comes before what is only planned. */
const ORDER = ['operational', 'pilot', 'suspended', 'planned', 'retired'] as const;

/** Which AI systems run here and what for: for anybody, without an account. */
export function PublicRegisterPage() {
  const { t } = useTranslation();
  const { data: register, error, refetch } = useQuery(publicRegisterQuery);
  return (
    <main className={classes.page}>
      <div className={classes.preferences}>
        <strong>{t('app.name')}</strong>
        <span className={classes.grow} />
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <header className={classes.head}>
        <h1>{t('publicRegister.title')}</h1>
        <p className="prose">{t('publicRegister.intro')}</p>
        {register?.demonstration && <p className={classes.demo}>{t('publicRegister.demonstration')}</p>}
        <div className={classes.actions}>
          <Button component={Link} to="/register/concern">
            {t('publicRegister.complain')}
          </Button>
          <Button component={Link} to="/challan" variant="default">
            {t('citizen.title')}
          </Button>
          <Button component="a" href={PUBLIC_REGISTER_URL} download="amaan-register.json" variant="default">
            {t('publicRegister.download')}
          </Button>
        </div>
      </header>
      {error && !register ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : register ? (
        <Register register={register} />
      ) : (
        <>
          <Skeleton height={180} />
          <Skeleton height={180} />
        </>
      )}
    </main>
  );
}

function Register({ register }: { register: PublicRegister }) {
  const { t } = useTranslation();
  const format = useFormat();
  const systems = register.systems.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const running = systems.filter(({ state }) => state === 'operational' || state === 'pilot').length;
  const { faceSearches, faceMatches, finesCancelled } = register.figures;
  return (
    <>
      <p className="quiet">
        {t('publicRegister.summary', {
          running: format.number(running),
          total: format.number(systems.length),
          organisation: register.organisation,
          at: format.dateTime(register.generatedAt),
        })}
      </p>
      {systems.map((system) => (
        <PublicSystemCard key={system.id} system={system} />
      ))}
      <section className={classes.figures} aria-labelledby="figures-title">
        <h2 id="figures-title">{t('publicRegister.otherFigures')}</h2>
        <dl className={classes.facts}>
          {[
            { name: t('publicRegister.faceSearches'), tally: faceSearches },
            { name: t('publicRegister.faceMatches'), tally: faceMatches },
            { name: t('publicRegister.finesCancelled'), tally: finesCancelled },
          ].map(({ name, tally }) => (
            <div key={name} className={classes.fact}>
              <dt>{name}</dt>
              <dd>
                <PublicTally name={name} tally={tally} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={classes.figures} aria-labelledby="violations-title">
        <h2 id="violations-title">{t('publicRegister.violations.title')}</h2>
        <PublicViolations violations={register.violations} />
      </section>
      <footer className="quiet">
        <p>{t('publicRegister.standards')}</p>
      </footer>
    </>
  );
}
