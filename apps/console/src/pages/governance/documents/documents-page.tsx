import { Button, Modal } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { documentsQuery } from '../../../api/documents.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { Mark } from '../../../components/mark.tsx';
import { RecordColumns } from '../../../components/records/record-columns.tsx';
import { RecordFilters } from '../../../components/records/record-filters.tsx';
import { RecordList } from '../../../components/records/record-list.tsx';
import { matchesRecord } from '../../../components/records/record-search.ts';
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
  const select = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, id }) as never });
  const items = (data ?? []).filter(({ record }) => matchesRecord(record, search));
  const chosen = data?.find(({ record }) => record.id === search.id);
  const add = may('document.write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t('documents.add')}
    </Button>
  );
  return (
    <GovernanceFrame title={t('documents.title')} hint={t('documents.hint')} actions={add || undefined}>
      <RecordColumns
        above={
          <RecordFilters
            search={search}
            records={data?.map(({ record }) => record) ?? []}
            states={STATES}
            onChange={(change) => void navigate({ search: (before) => ({ ...before, ...change }) as never })}
          />
        }
        loading={data === undefined}
        error={data === undefined ? error : null}
        onRetry={() => void refetch()}
        empty={
          items.length > 0 ? null : data?.length === 0 ? (
            <EmptyNotice
              icon={<IconFileText />}
              title={t('documents.empty')}
              hint={t('documents.emptyHint')}
              action={add}
            />
          ) : (
            <EmptyNotice icon={<IconFileText />} title={t('documents.nothingFound')} />
          )
        }
        list={
          <RecordList
            items={items}
            selected={search.id}
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
            onSelect={select}
          />
        }
        detail={
          chosen === undefined ? null : (
            <DocumentDetail key={chosen.record.id} view={chosen} onClose={() => select(undefined)} />
          )
        }
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
