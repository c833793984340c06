import type { SystemView } from '@amaan/contracts/api/system-view';
import { useTranslation } from 'react-i18next';
import { DigestText } from '../../../components/digest-text.tsx';
import { DemoMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { PermitState } from '../permit-state.tsx';
import { Block, Section } from './section.tsx';
import classes from './system.module.css';

/** What runs under which permit: models, configuration and the approvals that the permit relies on. */
export function ModelsSection({ system }: { system: SystemView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const configuration = Object.entries({ ...system.thresholds, ...system.settings });
  return (
    <Section title={t('lifecycle.modelsTitle')} hint={t('lifecycle.modelsHint')}>
      <div className={classes.columns}>
        <Block id="permit" title={t('governance.permit')}>
          {system.models.length === 0 ? (
            <p>{system.built ? t('lifecycle.needsNoPermit') : t('lifecycle.notBuilt')}</p>
          ) : (
            <PermitState system={system} />
          )}
        </Block>
        <Block id="models" title={t('governance.models')}>
          {system.modelDetails.length === 0 && <p className="quiet">{t('lifecycle.noModels')}</p>}
          <ul className={classes.plain}>
            {system.modelDetails.map((model) => (
              <li key={model.digest} className={classes.model}>
                <strong>{model.title}</strong>
                <DigestText value={model.digest} />
                <span className="quiet">
                  {t('lifecycle.licence')} <bdi>{model.licence}</bdi>
                </span>
                <span className="quiet">
                  {t('lifecycle.source')} <bdi>{model.source}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </Block>
        <Block id="configuration" title={t('lifecycle.configuration')}>
          <ul className={classes.plain}>
            <li>
              <DigestText value={system.configurationDigest} />
            </li>
            {configuration.map(([name, value]) => (
              <li key={name}>
                <span className="mono ltr">
                  {name} = {String(value)}
                </span>
              </li>
            ))}
          </ul>
        </Block>
        <Block id="approvals" title={t('governance.approvals')}>
          {system.approvals.length === 0 && <p className="quiet">{t('lifecycle.noApprovals')}</p>}
          <ul className={classes.plain}>
            {system.approvals.map((approval) => (
              <li key={`${approval.by} ${approval.at}`}>
                <q dir="auto">{approval.statement}</q> {approval.demo && <DemoMark />}
                <br />
                <span className="quiet">
                  <bdi>{approval.by}</bdi>, {format.dateTime(approval.at)}
                </span>
              </li>
            ))}
          </ul>
        </Block>
      </div>
    </Section>
  );
}
