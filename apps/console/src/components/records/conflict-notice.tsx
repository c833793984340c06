import { Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './records.module.css';

/** One place where two people wrote different things. */
export interface ConflictingField {
  readonly id: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Somebody saved meanwhile: nothing of what was typed is lost, and both are shown. */
export function ConflictNotice({
  who,
  fields,
  saving,
  onTakeTheirs,
  onSaveMine,
}: {
  who: string;
  fields: readonly ConflictingField[];
  saving: boolean;
  onTakeTheirs: (id: string) => void;
  onSaveMine: () => void;
}) {
  const { t } = useTranslation();
  return (
    <section className={classes.conflict} role="alert">
      <h3>
        <IconGitMerge size={18} aria-hidden="true" /> {t('documents.conflict', { who })}
      </h3>
      <p className="prose">{t('documents.conflictHint')}</p>
      {fields.map(({ id, label, mine, theirs }) => (
        <div key={id} className={classes.difference}>
          <h4 dir="auto">{label}</h4>
          <div className={classes.side}>
            <span className="quiet">{t('documents.mine')}</span>
            <p dir="auto">{mine === '' ? t('documents.nothing') : mine}</p>
          </div>
          <div className={classes.side}>
            <span className="quiet">{t('documents.theirs', { who })}</span>
            <p dir="auto">{theirs === '' ? t('documents.nothing') : theirs}</p>
            <Button size="compact-xs" variant="default" onClick={() => onTakeTheirs(id)}>
              {t('documents.takeTheirs')}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button loading={saving} onClick={onSaveMine}>
          {t('documents.saveMine')}
        </Button>
      </div>
    </section>
  );
}
