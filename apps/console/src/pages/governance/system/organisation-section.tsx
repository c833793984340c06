import type { SystemDetails } from '@amaan/contracts/api/system-details';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { DemoMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { ENTRY_MEMBERS, EntryForm } from './entry-form.tsx';
import { Section } from './section.tsx';
import classes from './system.module.css';

/** The part of the register entry that the organisation writes, with the versions before. */
export function OrganisationSection({ details }: { details: SystemDetails }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { system, entries } = details;
  const [newest] = entries;
  return (
    <Section
      id="organisation"
      title={t('lifecycle.organisationPart')}
      hint={t('lifecycle.organisationHint')}
      actions={
        may('system.describe') &&
        !editing && (
          <Button size="xs" variant="default" onClick={() => setEditing(true)}>
            {t('lifecycle.editEntry')}
          </Button>
        )
      }
    >
      {editing ? (
        <EntryForm systemId={system.id} newest={newest ?? null} onClose={() => setEditing(false)} />
      ) : newest === undefined ? (
        <p>{t('lifecycle.noEntry')}</p>
      ) : (
        <dl className={classes.entry}>
          {ENTRY_MEMBERS.map((member) => (
            <div key={member} className={classes.pair}>
              <dt>{t(`lifecycle.entry.${member}`)}</dt>
              <dd dir="auto">{newest.body[member] || <span className="quiet">–</span>}</dd>
            </div>
          ))}
        </dl>
      )}
      {entries.length > 0 && (
        <details>
          <summary className="quiet">{t('lifecycle.versions', { count: entries.length })}</summary>
          <ul className={classes.history}>
            {entries.map(({ version, at, by, note, demo }) => (
              <li key={version}>
                {t('governance.version', { version })} · {format.dateTime(at)} · <bdi>{by.name}</bdi>{' '}
                {demo && <DemoMark />}
                <br />
                <span dir="auto" className="quiet">
                  {note}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
