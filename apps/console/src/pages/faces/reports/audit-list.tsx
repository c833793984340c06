import type { FaceAuditSet } from '@amaan/contracts/faces/matches/face-report';
import { Button } from '@mantine/core';
import { IconChecklist, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import parts from '../../../components/detail-parts.module.css';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { FigureText, inUnit } from '../../governance/monitoring/figure-text.tsx';
import { AuditDialog } from './audit-dialog.tsx';
import { RateChart } from './rate-chart.tsx';
import classes from './reports.module.css';

/** Audit sets, the newest first: the only place where errors are told by groups of people. */
export function AuditList({ audits }: { audits: readonly FaceAuditSet[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const add = may('face-audit.write') && (
    <Button leftSection={<IconUpload size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t('faceReports.audit.add')}
    </Button>
  );
  return (
    <section className={classes.audits} aria-labelledby="face-audits">
      <header className={classes.heading}>
        <h2 id="face-audits">{t('faceReports.audit.title')}</h2>
        {audits.length > 0 && add}
        <p className="prose quiet">{t('faceReports.audit.hint')}</p>
      </header>
      {audits.length === 0 ? (
        <EmptyNotice
          icon={<IconChecklist />}
          title={t('faceReports.audit.none')}
          hint={t('faceReports.audit.noneHint')}
          action={add}
        />
      ) : (
        audits.map((audit, index) => <Audit key={audit.id} audit={audit} isOpen={index === 0} />)
      )}
      {adding && <AuditDialog onClose={() => setAdding(false)} />}
    </section>
  );
}

/** One audit set: where it is from, and the errors of each group of each grouping. */
function Audit({ audit, isOpen }: { audit: FaceAuditSet; isOpen: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const worst = (per: 'alert' | 'face', groups: FaceAuditSet['groups']) => {
    const known = groups
      .map((group) => ({ group, figure: per === 'alert' ? group.falsePerAlert : group.falsePerFace }))
      .flatMap(({ group, figure }) => (figure.state === 'known' ? [{ name: group.label, ...figure }] : []))
      .toSorted((a, b) => b.value - a.value)[0];
    if (known === undefined) return t('faceReports.audit.tooFew');
    const percent = (value: number) => inUnit(format, per === 'alert' ? 'share' : 'rare-share', value);
    return t(per === 'alert' ? 'faceReports.audit.worstAlert' : 'faceReports.audit.worstFace', {
      ...{ group: known.name, value: percent(known.value) },
      ...{ low: percent(known.low), high: percent(known.high) },
    });
  };
  const groupings = [...Map.groupBy(audit.groups, ({ grouping }) => grouping)];
  return (
    <details className={`${parts.panel} ${classes.panel}`} open={isOpen}>
      <summary>
        <strong>
          <bdi>{audit.name}</bdi>
        </strong>{' '}
        <span className="quiet">
          {t('faceReports.audit.time', { from: format.date(audit.from), to: format.date(audit.to) })} ·{' '}
          {t('faceReports.audit.by', { by: audit.uploadedBy, at: format.dateTime(audit.uploadedAt) })}
        </span>
      </summary>
      <dl className={parts.terms}>
        <dt>{t('faceReports.audit.source')}</dt>
        <dd>
          <bdi>{audit.source}</bdi>
        </dd>
        <dt>{t('faceReports.audit.lawfulness')}</dt>
        <dd>
          <bdi>{audit.lawfulness}</bdi>
        </dd>
      </dl>
      {groupings.map(([grouping, groups]) => (
        <section key={grouping} className={classes.grouping}>
          <h3>
            <bdi>{grouping}</bdi>
          </h3>
          <RateChart
            parts={groups.map(({ label, falsePerAlert, falsePerFace }) => ({
              name: label,
              perAlert: falsePerAlert,
              perFace: falsePerFace,
            }))}
            title={(per) => worst(per, groups)}
          />
          <div className={classes.scroll}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('faceReports.audit.group')}</th>
                  <th scope="col">{t('faceReports.faces')}</th>
                  <th scope="col">{t('faceReports.alerts')}</th>
                  <th scope="col">{t('faceReports.audit.wrong')}</th>
                  <th scope="col">{t('faceReports.perAlert')}</th>
                  <th scope="col">{t('faceReports.perFace')}</th>
                </tr>
              </thead>
              <tbody>
                {groups.map((group) => (
                  <tr key={group.label}>
                    <th scope="row">
                      <bdi>{group.label}</bdi>
                    </th>
                    <td>{format.number(group.faces)}</td>
                    <td>{format.number(group.alerts)}</td>
                    <td>{format.number(group.falseAlerts)}</td>
                    <td>
                      <FigureText figure={group.falsePerAlert} unit="share" />
                    </td>
                    <td>
                      <FigureText figure={group.falsePerFace} unit="rare-share" />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </details>
  );
}
