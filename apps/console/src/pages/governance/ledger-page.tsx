import type { LedgerHead } from '@amaan/contracts/api/ledger-view';
import { Button, CopyButton, Skeleton } from '@mantine/core';
import { IconCopy, IconDownload, IconListCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { LEDGER_EXPORT_URL, ledgerEntriesQuery, ledgerHeadQuery } from '../../api/ledger.ts';
import { DigestText } from '../../components/digest-text.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import { ProvenDownload } from '../../step-up/proven-download.tsx';
import classes from './governance.module.css';
import { GovernanceFrame } from './governance-frame.tsx';
import { LedgerCheckState } from './ledger-check.tsx';
import { LedgerEntryRow } from './ledger-entry-row.tsx';

/** With the key from here, an export is checked against this ledger and not against what it says itself. */
const verifyCommand = (vkey: string) => `./amaan ledger verify amaan-ledger.jsonl --key '${vkey}'`;

/** The head of the ledger, its newest entries, and the way to check it without this server. */
export function LedgerPage() {
  const { t } = useTranslation();
  const head = useQuery(ledgerHeadQuery);
  return (
    <GovernanceFrame title={t('governance.ledger')} hint={t('ledger.intro')}>
      {head.error && !head.data ? (
        <ProblemNotice error={head.error} onRetry={() => void head.refetch()} />
      ) : head.data === undefined ? (
        <Skeleton height={240} />
      ) : (
        <Head {...head.data} />
      )}
      <Entries />
    </GovernanceFrame>
  );
}

function Head({ size, root, checkpoint, vkey, check }: LedgerHead) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  return (
    <section className={classes.card}>
      <dl className={classes.facts}>
        <dt className="quiet">{t('ledger.size')}</dt>
        <dd>
          <strong>{format.number(size)}</strong>
        </dd>
        <dt className="quiet">{t('suspension.ledger.check')}</dt>
        <dd>
          <LedgerCheckState check={check} />
        </dd>
        <dt className="quiet">{t('ledger.root')}</dt>
        <dd>
          <DigestText value={root} label={t('ledger.root')} />
        </dd>
        <dt className="quiet">{t('ledger.publicKey')}</dt>
        <dd>
          <DigestText value={vkey} label={t('ledger.publicKey')} />
        </dd>
        {checkpoint && (
          <>
            <dt className="quiet">{t('ledger.checkpoint')}</dt>
            <dd>
              <pre className={`${classes.checkpoint} mono`} dir="ltr">
                {checkpoint.trimEnd()}
              </pre>
            </dd>
          </>
        )}
      </dl>
      {may('ledger.export') && (
        <div className={classes.row}>
          <ProvenDownload
            href={LEDGER_EXPORT_URL}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
          >
            {t('ledger.export')}
          </ProvenDownload>
          <span className="quiet">{t('ledger.exportHint')}</span>
          <CommandLine command={verifyCommand(vkey)} />
        </div>
      )}
    </section>
  );
}

function CommandLine({ command }: { command: string }) {
  const { t } = useTranslation();
  return (
    <span className={classes.command}>
      <code className="mono ltr">{command}</code>
      <CopyButton value={command}>
        {({ copied, copy }) => (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconCopy size={14} aria-hidden="true" />}
            onClick={copy}
          >
            {copied ? t('common.copied') : t('common.copy')}
          </Button>
        )}
      </CopyButton>
    </span>
  );
}

function Entries() {
  const { t } = useTranslation();
  const entries = useInfiniteQuery(ledgerEntriesQuery);
  if (entries.error && !entries.data) {
    return <ProblemNotice error={entries.error} onRetry={() => void entries.refetch()} />;
  }
  if (!entries.data) return <Skeleton height={320} />;
  const rows = entries.data.pages.flatMap((page) => page.entries);
  if (rows.length === 0) {
    return <EmptyNotice icon={<IconListCheck />} title={t('ledger.empty')} hint={t('ledger.emptyHint')} />;
  }
  return (
    <section className={classes.card} aria-labelledby="ledger-entries">
      <h2 id="ledger-entries">{t('ledger.entries')}</h2>
      <ul className={classes.entries}>
        {rows.map((row) => (
          <LedgerEntryRow key={row.index} {...row} />
        ))}
      </ul>
      {entries.hasNextPage && (
        <Button
          variant="default"
          loading={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {t('ledger.older')}
        </Button>
      )}
    </section>
  );
}
