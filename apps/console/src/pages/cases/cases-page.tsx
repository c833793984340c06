import { Button, Skeleton } from '@mantine/core';
import { IconBriefcase, IconEyeOff, IconPlus, IconPointer } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { casesQuery } from '../../api/access.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import frame from '../../components/list-detail.module.css';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import { CaseDetail } from './case-detail.tsx';
import { OpenCaseDialog } from './open-case-dialog.tsx';

const route = getRouteApi('/shell/cases');

/** One's own cases at the start side, the open one at the end side. */
export function CasesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { case: chosen } = route.useSearch();
  const { data: cases, error, refetch } = useQuery(casesQuery);
  const [opening, setOpening] = useState(false);
  const openButton = may('case.create') && (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpening(true)}>
      {t('access.cases.open')}
    </Button>
  );
  return (
    <div className={frame.page} data-open={chosen !== undefined || undefined}>
      <section className={frame.list} aria-label={t('access.cases.title')}>
        <header className={frame.heading}>
          <h1>{t('access.cases.title')}</h1>
          <span className={frame.grow} />
          {openButton}
        </header>
        <p className="prose quiet">{t('access.cases.hint')}</p>
        {may('unmask.read') && (
          <LinkButton
            variant="default"
            to="/cases/unmaskings"
            leftSection={<IconEyeOff size={16} aria-hidden="true" />}
          >
            {t('unmasking.title')}
          </LinkButton>
        )}
        {error && !cases ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : cases === undefined ? (
          <Skeleton height={160} />
        ) : cases.length === 0 ? (
          <EmptyNotice
            icon={<IconBriefcase />}
            title={t('access.cases.empty')}
            hint={t('access.cases.emptyHint')}
          />
        ) : (
          cases.map((file) => (
            <Link
              key={file.id}
              to="/cases"
              search={{ case: file.id }}
              className={frame.item}
              data-chosen={file.id === chosen || undefined}
            >
              <strong>
                <bdi>{file.title}</bdi>
              </strong>
              <span className="quiet">
                <span className="ltr">{file.number}</span> ·{' '}
                {t('access.cases.alertCount', { count: file.alerts })}
              </span>
              <span className="quiet">
                {file.closedAt === null
                  ? t('access.cases.opened', { time: format.dateTime(file.openedAt), name: file.openedBy })
                  : t('access.cases.closedAt', { time: format.dateTime(file.closedAt) })}
              </span>
            </Link>
          ))
        )}
      </section>
      <section className={frame.detail}>
        {chosen === undefined ? (
          <EmptyNotice icon={<IconPointer />} title={t('access.cases.choose')} />
        ) : (
          <CaseDetail key={chosen} id={chosen} />
        )}
      </section>
      {opening && <OpenCaseDialog onClose={() => setOpening(false)} />}
    </div>
  );
}
