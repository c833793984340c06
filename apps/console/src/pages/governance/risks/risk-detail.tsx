import type { RiskGuide, RiskRating, RiskView } from '@amaan/contracts/governance/risk';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { recordKey } from '../../../api/records.ts';
import { RISK_STEPS, type RiskStep, risksKey, signRisk } from '../../../api/risks.ts';
import { Mark } from '../../../components/mark.tsx';
import { RecordHeading } from '../../../components/records/record-heading.tsx';
import { RecordPast } from '../../../components/records/record-past.tsx';
import classes from '../../../components/records/records.module.css';
import { StatementDialog } from '../../../components/records/statement-dialog.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import { useNow } from '../../../format/use-now.ts';
import { LinkedAssessments } from './linked-assessments.tsx';
import { RiskLevelMark } from './risk-facts.tsx';
import { RiskForm } from './risk-form.tsx';
import { riskOf } from './risk-of.ts';
import { useRiskWords } from './use-risk-words.ts';

const STEP_STATES: Record<RiskStep, readonly string[]> = {
  treat: ['open', 'reopened'],
  accept: ['treated'],
  close: ['accepted'],
  reopen: ['treated', 'accepted', 'closed'],
};
const STEP_ACTIONS = {
  treat: 'risk.write',
  accept: 'risk.accept',
  close: 'risk.accept',
  reopen: 'risk.write',
} as const satisfies Record<RiskStep, string>;

/** One risk: what it is, what is done, who bears what remains, and its past. */
export function RiskDetail({
  view,
  guide,
  onClose,
}: {
  view: RiskView;
  guide: RiskGuide;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const words = useRiskWords();
  const queryClient = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [asked, setAsked] = useState<RiskStep | null>(null);
  const { record, overdue, acceptances, signaturesNeeded } = view;
  const { id, number, status, version } = record;
  const steps = RISK_STEPS.filter((step) => STEP_STATES[step].includes(status) && may(STEP_ACTIONS[step]));
  const sign = async (step: RiskStep, statement: string) => {
    await signRisk(step, id, { seen: version, statement });
    notifications.show({ message: t(`risks.stepDone.${step}`, { number }) });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: risksKey }),
      queryClient.invalidateQueries({ queryKey: recordKey(id) }),
    ]);
  };
  return (
    <article className={classes.detail} aria-label={record.title}>
      <RecordHeading
        record={record}
        overdue={overdue}
        onClose={onClose}
        actions={
          !editing && (
            <>
              {may('risk.write') && (
                <Button
                  variant="default"
                  size="xs"
                  leftSection={<IconPencil size={16} aria-hidden="true" />}
                  onClick={() => setEditing(true)}
                >
                  {t('risks.edit')}
                </Button>
              )}
              {steps.map((step) => (
                <Button
                  key={step}
                  size="xs"
                  variant={step === 'reopen' ? 'default' : 'filled'}
                  onClick={() => setAsked(step)}
                >
                  {t(`risks.step.${step}`)}
                </Button>
              ))}
            </>
          )
        }
      />
      {overdue && (
        <p className={classes.warning} data-tone="critical" role="alert">
          {t('risks.overdueText')}
        </p>
      )}
      {status === 'treated' && (
        <p className="quiet">
          {t('risks.signatures', { count: acceptances.length, needed: signaturesNeeded })}
        </p>
      )}
      {editing ? (
        <RiskForm
          view={view}
          guide={guide}
          onSaved={() => setEditing(false)}
          onClose={() => setEditing(false)}
        />
      ) : (
        <>
          <RiskBody view={view} guide={guide} />
          <RecordPast id={id} words={words} />
        </>
      )}
      {asked && (
        <StatementDialog
          title={t(`risks.stepTitle.${asked}`, { number })}
          text={t(`risks.stepText.${asked}`)}
          action={t(`risks.step.${asked}`)}
          onSign={(statement) => sign(asked, statement)}
          onClose={() => setAsked(null)}
        />
      )}
    </article>
  );
}

function RiskBody({ view, guide }: { view: RiskView; guide: RiskGuide }) {
  const { t } = useTranslation();
  const body = riskOf(view);
  return (
    <>
      <dl className={classes.facts}>
        {(['cause', 'event', 'consequence', 'affected', 'existing'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`risks.field.${name}`)}</dt>
            <dd dir="auto">{body[name] === '' ? t('documents.nothing') : body[name]}</dd>
          </div>
        ))}
        <div>
          <dt>{t('risks.field.source')}</dt>
          <dd>{t(`risks.source.${body.source}`)}</dd>
        </div>
        <div>
          <dt>{t('risks.field.treatment')}</dt>
          <dd>{t(`risks.treatment.${body.treatment}`)}</dd>
        </div>
        {body.controls.length > 0 && (
          <div>
            <dt>{t('risks.field.controls')}</dt>
            <dd className="mono ltr">{body.controls.join(', ')}</dd>
          </div>
        )}
      </dl>
      <div className={classes.pair}>
        <Rating title={t('risks.inherent')} rating={body.inherent} scored={view.inherent} guide={guide} />
        {body.residual && view.residual ? (
          <Rating title={t('risks.residual')} rating={body.residual} scored={view.residual} guide={guide} />
        ) : (
          <p className="quiet">{t('risks.notJudged')}</p>
        )}
      </div>
      <LinkedAssessments ids={body.assessments} />
      <Actions actions={body.actions} />
    </>
  );
}

function Rating({
  title,
  rating,
  scored,
  guide,
}: {
  title: string;
  rating: RiskRating;
  scored: RiskView['inherent'];
  guide: RiskGuide;
}) {
  const { t } = useTranslation();
  const local = useLocalText();
  return (
    <section className={classes.card}>
      <h3>{title}</h3>
      <RiskLevelMark {...scored} />
      {(['likelihood', 'severity'] as const).map((scale) => {
        const { name, anchor } = guide[scale][rating[scale] - 1]!;
        return (
          <p key={scale}>
            <span className="quiet">{t(`risks.${scale}`)}</span>
            <br />
            {t('risks.rating', { level: rating[scale], name: local(name), anchor: local(anchor) })}
          </p>
        );
      })}
    </section>
  );
}

function Actions({ actions }: { actions: ReturnType<typeof riskOf>['actions'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow('ten-seconds');
  return (
    <section className={classes.block}>
      <h3>{t('risks.field.actions')}</h3>
      {actions.length === 0 && <p className="quiet">{t('risks.noActions')}</p>}
      <ul className={classes.plain}>
        {actions.map(({ id, what, owner, due, done }) => (
          <li key={id}>
            <bdi>{what}</bdi>
            <br />
            <span className={classes.headingLine}>
              <span className="quiet">
                <bdi>{owner}</bdi> · {format.date(`${due}T00:00:00.000Z`)}
              </span>
              {done ? (
                <Mark shape="circle" tone="good">
                  {t('risks.actionDone')}
                </Mark>
              ) : (
                Date.parse(`${due}T23:59:59.999Z`) < now && (
                  <Mark shape="triangle" tone="high">
                    {t('risks.actionLate')}
                  </Mark>
                )
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
