import type { NewCallFeed } from '@amaan/contracts/service/call-feed';
import { Button, Checkbox, CopyButton, Modal, MultiSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sitesQuery } from '../../../api/platform.ts';
import { callSourcesQuery, openCallFeed } from '../../../api/service-calls.ts';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from './performance.module.css';

const SHORTEST_NAME = 3;

/** Opens a feed, and shows its token this once. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: sites = [] } = useQuery(sitesQuery);
  const [name, setName] = useState('');
  const [siteIds, setSiteIds] = useState<string[]>([]);
  const [simulated, setSimulated] = useState(false);
  const [tried, setTried] = useState(false);
  const open = useMutation({
    mutationFn: () =>
      openCallFeed({ name: name.trim(), siteIds: siteIds.length === 0 ? null : siteIds, simulated }),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: callSourcesQuery.queryKey }),
  });
  const isShort = name.trim().length < SHORTEST_NAME;
  return (
    <Modal opened size="lg" onClose={onClose} title={t('service.feed.title')}>
      {open.data !== undefined ? (
        <Opened feed={open.data} onClose={onClose} />
      ) : (
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (!isShort) open.mutate();
          }}
        >
          <p className={`${classes.wide} prose quiet`}>{t('service.feed.text')}</p>
          <TextInput
            className={classes.wide ?? ''}
            label={t('service.feed.name')}
            error={tried && isShort ? t('service.feed.nameShort') : null}
            value={name}
            maxLength={80}
            dir="auto"
            data-autofocus
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <MultiSelect
            className={classes.wide ?? ''}
            label={t('service.feed.sites')}
            description={t('service.feed.sitesHint')}
            value={siteIds}
            data={sites.map(({ id, name: label }) => ({ value: id, label }))}
            onChange={setSiteIds}
          />
          <Checkbox
            className={classes.wide ?? ''}
            label={t('service.feed.simulated')}
            checked={simulated}
            onChange={({ currentTarget }) => setSimulated(currentTarget.checked)}
          />
          <div className={classes.wide}>
            <ProblemLine error={open.error} />
            <FormButtons action={t('service.feed.open')} pending={open.isPending} onClose={onClose} />
          </div>
        </form>
      )}
    </Modal>
  );
}

function Opened({ feed, onClose }: { feed: NewCallFeed; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.side}>
      <p className="prose">{t('service.feed.opened')}</p>
      <dl className={classes.facts}>
        <dt>{t('service.feed.address')}</dt>
        <dd>
          <code dir="ltr">POST {feed.path}</code>
        </dd>
        <dt>{t('service.feed.token')}</dt>
        <dd className={classes.token}>
          <code dir="ltr">{feed.token}</code>
          <CopyButton value={feed.token}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {copied ? t('common.copied') : t('common.copy')}
              </Button>
            )}
          </CopyButton>
        </dd>
      </dl>
      <span>
        <Button onClick={onClose}>{t('service.feed.done')}</Button>
      </span>
    </div>
  );
}
