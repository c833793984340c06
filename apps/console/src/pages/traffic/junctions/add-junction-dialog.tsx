import type { JunctionDetails } from '@amaan/contracts/traffic/junction-record';
import type { SignalNetwork } from '@amaan/contracts/traffic/what-if';
import { Button, FileButton, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addNetwork, importJunction, networksQuery, signalsKey } from '../../../api/signals.ts';
import parts from '../../../components/detail-parts.module.css';
import { FormButtons } from '../../../components/form-buttons.tsx';
import { useWorkSites } from '../../../components/list-form/use-work-sites.ts';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import classes from './junction-page.module.css';

const LEAST_LETTERS = 3;

/** Takes a junction over from a SUMO network, with the plan and limits that it has there. */
export function AddJunctionDialog({
  onClose,
  onAdded,
}: {
  onClose: () => void;
  onAdded: (junction: JunctionDetails) => void;
}) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: networks = [] } = useQuery(networksQuery);
  const [networkId, setNetworkId] = useState<string | null>(null);
  const [junction, setJunction] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const network = networks.find(({ id }) => id === networkId);
  const problem = network?.junctions.find(({ id }) => id === junction)?.problem ?? null;
  const noteShort = note.trim().length < LEAST_LETTERS;
  const complete = network && junction !== null && problem === null && name.trim() !== '' && !noteShort;
  const add = useMutation({
    mutationFn: () =>
      importJunction({ networkId: networkId!, junction: junction!, name: name.trim(), note: note.trim() }),
    onSuccess: async (added) => {
      await queryClient.invalidateQueries({ queryKey: signalsKey });
      onAdded(added);
    },
  });
  const choose = (chosen: SignalNetwork) => {
    setNetworkId(chosen.id);
    setJunction(null);
  };
  return (
    <Modal opened onClose={onClose} title={t('signals.add.title')}>
      <form
        className={classes.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (complete) add.mutate();
        }}
      >
        <p className="prose quiet">{t('signals.add.hint')}</p>
        <NetworkUpload onAdded={choose} />
        <Select
          label={t('signals.add.network')}
          value={networkId}
          data={networks.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(id) => {
            const chosen = networks.find((one) => one.id === id);
            if (chosen) choose(chosen);
          }}
        />
        {network && (
          <Select
            searchable
            limit={100}
            label={t('signals.add.junction')}
            value={junction}
            data={network.junctions.map(({ id, lanes }) => ({
              value: id,
              label: `${id} · ${t('traffic.laneCount', { count: lanes })}`,
            }))}
            error={problem}
            onChange={setJunction}
          />
        )}
        <TextInput
          label={t('signals.add.name')}
          value={name}
          maxLength={200}
          dir="auto"
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Textarea
          label={t('signals.words')}
          value={note}
          rows={2}
          maxLength={1000}
          dir="auto"
          error={tried && noteShort && t('signals.wordsNeeded', { count: LEAST_LETTERS })}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        {tried && !complete && <p role="alert">{t('signals.add.missing')}</p>}
        <ProblemLine error={add.error} />
        <FormButtons action={t('signals.add.action')} pending={add.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}

/** Sends a network file; what cannot be read of it is said in one sentence. */
function NetworkUpload({ onAdded }: { onAdded: (network: SignalNetwork) => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { sites } = useWorkSites();
  const [siteId, setSiteId] = useState<string | null>(null);
  const site = siteId ?? sites[0]?.id;
  const upload = useMutation({
    mutationFn: (file: File) => addNetwork(site!, file),
    onSuccess: async (network) => {
      await queryClient.invalidateQueries({ queryKey: networksQuery.queryKey });
      onAdded(network);
    },
  });
  return (
    <>
      <div className={parts.actions}>
        {sites.length > 1 && (
          <Select
            size="xs"
            aria-label={t('bar.site')}
            allowDeselect={false}
            value={site ?? null}
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setSiteId}
          />
        )}
        <FileButton accept=".xml,.gz" onChange={(file) => file && site && upload.mutate(file)}>
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant="default"
              loading={upload.isPending}
              leftSection={<IconUpload size={16} aria-hidden="true" />}
            >
              {t('signals.add.upload')}
            </Button>
          )}
        </FileButton>
      </div>
      <ProblemLine error={upload.error} />
    </>
  );
}
