import type { SystemView } from '@amaan/contracts/api/system-view';
import { useTranslation } from 'react-i18next';
import { keptLines } from '../../../format/kept-lines.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import { Block, Lines, Section } from './section.tsx';
import classes from './system.module.css';

/** The part of the register entry that is read from the running code. */
export function RegisterSection({ system }: { system: SystemView }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const { risk, data } = system;
  return (
    <Section title={t('lifecycle.codePart')} hint={t('lifecycle.codePartHint')}>
      <div className={classes.columns}>
        <Block title={t('lifecycle.intendedUse')}>
          <p>{local(system.intendedUse)}</p>
          <ul className={classes.plain}>
            {system.purposes.map((purpose) => (
              <li key={purpose} className="mono ltr">
                {purpose}
              </li>
            ))}
          </ul>
        </Block>
        <Block title={t('governance.prohibited')}>
          <Lines lines={system.prohibited} />
        </Block>
        <Block title={t('lifecycle.risk')}>
          <p>
            {t(`governance.risk.${risk.tier}`)} · {t('lifecycle.euAiAct')}{' '}
            <bdi>{local(risk.euAiAct.category)}</bdi>
          </p>
          <p className="quiet">{local(risk.euAiAct.why)}</p>
          <Lines lines={risk.reasons} />
        </Block>
        <Block title={t('lifecycle.affected')}>
          <Lines lines={system.affectedGroups} />
        </Block>
        <Block title={t('lifecycle.oversight')}>
          <Lines lines={system.humanOversight} />
        </Block>
        <Block title={t('lifecycle.limits')}>
          <Lines lines={system.limits} />
        </Block>
        <Block title={t('lifecycle.reads')}>
          <Lines lines={data.reads} />
        </Block>
        <Block title={t('lifecycle.keeps')}>
          {data.keeps.length === 0 && <p className="quiet">{t('lifecycle.keepsNothing')}</p>}
          <Lines lines={keptLines(data)} />
        </Block>
      </div>
    </Section>
  );
}
