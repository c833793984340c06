import { Button, Modal } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { documentsQuery } from '../../../api/documents.ts';
import { Mark } from '../../../components/mark.tsx';
import { RecordBrowser } from '../../../components/records/record-browser.tsx';
import type { RecordSearch } from '../../../components/records/record-search.ts';
import { GovernanceFrame } from '../governance-frame.tsx';
import { DocumentDetail } from './document-detail.tsx';
import { DocumentForm } from './document-form.tsx';
import { documentOf } from './document-of.ts';

const route = getRouteApi('/shell/governance/documents');
const STATES = ['draft', 'approved', 'withdrawn'] as const;

/** Policies, procedures, plans, contracts and other evidence. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(documentsQuery);
  const [adding, setAdding] = useState(false);
  const narrow = (change: { [Key in keyof RecordSearch]: RecordSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }) as never });
  const select = (id: string | undefined) => narrow({ id });
  const chosen = data?.find(({ record }) => record.id === search.id);
  const add = may('document.write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t('documents.add')}
    </Button>
  );
  return (
    <GovernanceFrame title={t('documents.title')} hint={t('documents.hint')} actions={add || undefined}>
      <RecordBrowser
        items={data}
        error={error}
        search={search}
        states={STATES}
        icon={<IconFileText />}
        empty={{ title: t('documents.empty'), hint: t('documents.emptyHint'), action: add }}
        factsOf={(view) => (
          <>
            <span className="quiet">{t(`documents.types.${documentOf(view).type}`)}</span>
            {view.overdue && (
              <Mark shape="square" tone="critical">
                {t('risks.overdue')}
              </Mark>
            )}
          </>
        )}
        detail={
          chosen === undefined ? null : (
            <DocumentDetail key={chosen.record.id} view={chosen} onClose={() => select(undefined)} />
          )
        }
        onSearch={narrow}
        onRetry={() => void refetch()}
      />
      {adding && (
        <Modal opened size="lg" onClose={() => setAdding(false)} title={t('documents.add')}>
          <DocumentForm
            view={null}
            onSaved={(id) => {
              setAdding(false);
              select(id);
            }}
            onClose={() => setAdding(false)}
          />
        </Modal>
      )}
    </GovernanceFrame>
  );
}
