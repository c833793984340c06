import type { ChallanView } from '@amaan/contracts/violations/challan';
import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { challanNoticeUrl, challanQuery } from '../../../api/challans.ts';
import parts from '../../../components/detail-parts.module.css';
import { ExplainedChain } from '../../../components/explanation/explained-chain.tsx';
import frame from '../../../components/list-detail.module.css';
import { OpenThing } from '../../../components/open-thing.tsx';
import { PlateText } from '../../../components/plate-text.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import { ChallanAccountPanel } from './challan-account-panel.tsx';
import { ChallanHistory } from './challan-history.tsx';
import { ChallanStateMark } from './challan-marks.tsx';
import classes from './challans.module.css';

/** One challan: what for, under which law, what is owed, and all that happened to it. */
export function ChallanDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(challanQuery(id));
  return (
    <OpenThing query={query} onClose={onClose}>
      {(challan) => <OpenChallan challan={challan} />}
    </OpenThing>
  );
}

function OpenChallan({ challan }: { challan: ChallanView }) {
  const { t } = useTranslation();
  const may = useMay();
  const { id, number, plate, state, caseId, simulated } = challan;
  return (
    <>
      <header className={frame.heading}>
        <h1>{t('challans.heading', { number })}</h1>
        <PlateText text={plate} />
        <ChallanStateMark state={state} />
        {simulated && <SimulatedMark />}
      </header>
      <div className={parts.actions}>
        {may('violation-case.read') && (
          <Link to="/violations/review" search={{ id: caseId }} className={classes.link}>
            {t('challans.openCase')}
          </Link>
        )}
        <Button
          component="a"
          href={challanNoticeUrl(id)}
          download
          size="xs"
          variant="default"
          title={t('challans.noticeHint')}
          leftSection={<IconFileTypePdf size={16} aria-hidden="true" />}
        >
          {t('challans.noticeEn')}
        </Button>
      </div>
      <div className={classes.columns}>
        <ChallanFacts challan={challan} />
        <div className={classes.side}>
          <ChallanAccountPanel challanId={id} />
          <ChallanHistory events={challan.events} />
        </div>
      </div>
      <ExplainedChain kind="challan" id={id} />
    </>
  );
}

function ChallanFacts({ challan }: { challan: ChallanView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const localText = useLocalText();
  const { kind, cameraName, occurredAt, issuedAt, law, amount, payBy, contestBy, softwareVersion } = challan;
  const { standing } = law;
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-label={t('challans.violation')}>
      <dl className={parts.terms}>
        <dt>{t('challans.violation')}</dt>
        <dd>
          {t(`violations.kind.${kind}`)} · <bdi>{cameraName}</bdi>
        </dd>
        <dt>{t('challans.happened')}</dt>
        <dd title={t('bar.utc', { time: format.utc(occurredAt) })}>{format.dateTime(occurredAt)}</dd>
        <dt>{t('challans.amount')}</dt>
        <dd className={classes.amount}>{t('violations.rupees', { value: format.number(amount) })}</dd>
        <dt>{t('challans.issued')}</dt>
        <dd>{format.dateTime(issuedAt)}</dd>
        <dt>{t('challans.payBy')}</dt>
        <dd>{format.date(payBy)}</dd>
        <dt>{t('challans.contestBy')}</dt>
        <dd>{format.date(contestBy)}</dd>
        <dt>{t('challans.law')}</dt>
        <dd>
          <strong>{localText(law.offence)}</strong>
          <br />
          {localText(law.act)}, <bdi>{law.section}</bdi>
          <br />
          <span className="quiet">
            {t('challans.lawFrom', { day: format.date(law.validFrom) })} ·{' '}
            {standing.status === 'verified'
              ? t('challans.lawVerified', { name: standing.by, day: format.date(standing.on) })
              : t('challans.lawUnverified')}
          </span>
        </dd>
        <dt>{t('challans.software')}</dt>
        <dd>
          <bdi>{softwareVersion}</bdi>
        </dd>
      </dl>
    </section>
  );
}
