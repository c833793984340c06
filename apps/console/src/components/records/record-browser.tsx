import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNotice } from '../empty-notice.tsx';
import { RecordColumns } from './record-columns.tsx';
import { RecordFilters } from './record-filters.tsx';
import { RecordList } from './record-list.tsx';
import { matchesRecord, type RecordSearch } from './record-search.ts';
import type { RecordStatus } from './record-status-mark.tsx';

/** Records that are searched by words, system and state, and the one that is open. The address holds all of it. */
export function RecordBrowser<Item extends { readonly record: GovernanceRecord }>({
  items,
  error,
  search,
  states,
  keep = () => true,
  above,
  below,
  icon,
  empty,
  factsOf,
  detail,
  onSearch,
  onRetry,
}: {
  /** Undefined while they are fetched. */
  items: readonly Item[] | undefined;
  error: Error | null;
  search: RecordSearch;
  states: readonly RecordStatus[];
  /** What the page narrows the list by, beside the filters. */
  keep?: (item: Item) => boolean;
  /** What stands above the filters, and what between them and the list. */
  above?: ReactNode;
  below?: ReactNode;
  icon: ReactNode;
  /** What belongs here, as long as there is nothing at all. */
  empty: { readonly title: string; readonly hint: string; readonly action: ReactNode };
  factsOf: (item: Item) => ReactNode;
  /** Null: nothing is open. */
  detail: ReactNode;
  onSearch: (change: { [Key in keyof RecordSearch]: RecordSearch[Key] | undefined }) => void;
  onRetry: () => void;
}) {
  const { t } = useTranslation();
  const shown = (items ?? []).filter((item) => matchesRecord(item.record, search) && keep(item));
  return (
    <RecordColumns
      above={
        <>
          {above}
          <RecordFilters
            search={search}
            records={(items ?? []).map(({ record }) => record)}
            states={states}
            onChange={onSearch}
          />
          {below}
        </>
      }
      loading={items === undefined}
      error={items === undefined ? error : null}
      onRetry={onRetry}
      empty={
        shown.length > 0 ? null : items?.length === 0 ? (
          <EmptyNotice icon={icon} {...empty} />
        ) : (
          <EmptyNotice icon={icon} title={t('documents.nothingFound')} />
        )
      }
      list={
        <RecordList
          items={shown}
          selected={search.id}
          factsOf={factsOf}
          onSelect={(id) => onSearch({ id })}
        />
      }
      detail={detail}
    />
  );
}
