import type { PublicSystem, StandardField } from '@amaan/contracts/public-register';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../format/use-local-text.ts';
import type { en } from '../../messages/en.ts';
import classes from './public-register-page.module.css';

type FieldName = keyof typeof en.publicRegister.field;

/** The entry as the two transparency standards have it, attribute by attribute, filled when it is opened. */
export function StandardFields({ system }: { system: PublicSystem }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <details className={classes.details} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{t('publicRegister.fields')}</summary>
      {opened && (
        <>
          <Fields title={t('publicRegister.atrs')} fields={system.atrs} />
          <Fields title={t('publicRegister.eurocities')} fields={system.eurocities} />
        </>
      )}
    </details>
  );
}

function Fields({ title, fields }: { title: string; fields: Readonly<Record<string, StandardField>> }) {
  const { t } = useTranslation();
  return (
    <section className={classes.standard} aria-label={title}>
      <h3>{title}</h3>
      <dl className={classes.facts}>
        {Object.entries(fields).map(([name, field]) => (
          <div key={name} className={classes.fact}>
            <dt>
              {t(`publicRegister.field.${name as FieldName}`)}
              <code className={classes.attribute}>{name}</code>
            </dt>
            <dd>
              <Value field={field} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Value({ field }: { field: StandardField }): ReactNode {
  const { t } = useTranslation();
  const local = useLocalText();
  switch (field.state) {
    case 'stated':
      return (
        <span>
          <bdi>{typeof field.value === 'string' ? field.value : local(field.value)}</bdi>
        </span>
      );
    case 'not-applicable':
      return (
        <span className="quiet">{t('publicRegister.notApplicable', { because: local(field.because) })}</span>
      );
    case 'not-stated':
      return <span className="quiet">{local(field.missing)}</span>;
  }
}
