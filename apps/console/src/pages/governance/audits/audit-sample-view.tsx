import { Audit, type AuditSample } from '@amaan/contracts/governance/audit';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawSample, judgeSample } from '../../../api/flows.ts';
import { recordKey } from '../../../api/records.ts';
import { DigestText } from '../../../components/digest-text.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import records from '../../../components/records/records.module.css';
import { useFormat } from '../../../format/use-format.ts';
import classes from '../flows/flows.module.css';

const FINDINGS = ['not-looked-at', 'conforms', 'does-not-conform'] as const;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The sample of an audit: drawn once, each alert leads to its whole chain. */
export function AuditSampleView({ record, mayWrite }: { record: GovernanceRecord; mayWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const audit = Audit.parse(record.body);
  const running = mayWrite && record.status === 'running';
  if (audit.draw === null && !running) return null;
  return (
    <section className={records.block}>
      <h3>{t('incidents.sample')}</h3>
      <p className="prose quiet">{t('incidents.sampleHint')}</p>
      {audit.draw === null ? (
        <DrawForm id={record.id} />
      ) : (
        <>
          <p>
            {t('incidents.drawn', {
              size: format.number(audit.samples.length),
              population: format.number(audit.draw.population),
              at: format.dateTime(audit.draw.drawnAt),
              ledger: format.number(audit.draw.ledgerSize),
            })}{' '}
            <DigestText value={audit.draw.seed} />
          </p>
          <div className={classes.scroll}>
            <table className={classes.table}>
              <tbody>
                {audit.samples.map((sample) => (
                  <SampleRow key={sample.alertId} id={record.id} sample={sample} mayJudge={running} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function DrawForm({ id }: { id: string }) {
  const { t } = useTranslation();
  const refresh = useRefresh(id);
  const [from, setFrom] = useState(() => new Date(Date.now() - 30 * DAY_MS).toISOString().slice(0, 10));
  const [to, setTo] = useState(() => new Date(Date.now() + DAY_MS).toISOString().slice(0, 10));
  const [size, setSize] = useState(20);
  const draw = useMutation({
    mutationFn: () => drawSample(id, { from: `${from}T00:00:00.000Z`, to: `${to}T00:00:00.000Z`, size }),
    onSuccess: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    draw.mutate();
  };
  return (
    <form className={records.form} onSubmit={submit}>
      <div className={classes.inputs}>
        <TextInput
          type="date"
          dir="ltr"
          label={t('incidents.sampleFrom')}
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="date"
          dir="ltr"
          label={t('incidents.sampleTo')}
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
        <NumberInput
          label={t('incidents.sampleSize')}
          value={size}
          min={1}
          max={500}
          onChange={(value) => setSize(Number(value))}
        />
      </div>
      <ProblemLine error={draw.error} />
      <div>
        <Button type="submit" loading={draw.isPending}>
          {t('incidents.draw')}
        </Button>
      </div>
    </form>
  );
}

function SampleRow({ id, sample, mayJudge }: { id: string; sample: AuditSample; mayJudge: boolean }) {
  const { t } = useTranslation();
  const refresh = useRefresh(id);
  const [note, setNote] = useState(sample.note);
  const judge = useMutation({
    mutationFn: (finding: AuditSample['finding']) => judgeSample(id, { ...sample, note, finding }),
    onSettled: refresh,
  });
  const { alertId } = sample;
  const [finding, setFinding] = useState(sample.finding);
  const isChanged = finding !== sample.finding || note.trim() !== sample.note;
  const needsNote = finding === 'does-not-conform' && note.trim() === '';
  return (
    <tr>
      <td>
        <Link to="/explain/$kind/$id" params={{ kind: 'alert', id: alertId }} className={records.link}>
          <span className="mono ltr">{alertId.slice(-12)}</span> {t('incidents.explain')}
        </Link>
        <ProblemLine error={judge.error} />
      </td>
      <td>
        {mayJudge ? (
          <div className={classes.inputs}>
            <Select
              aria-label={t('incidents.findingOf', { id: alertId.slice(-12) })}
              size="xs"
              value={finding}
              allowDeselect={false}
              disabled={judge.isPending}
              data={FINDINGS.map((name) => ({ value: name, label: t(`incidents.finding.${name}`) }))}
              onChange={(value) => setFinding(value as AuditSample['finding'])}
            />
            <TextInput
              aria-label={t('incidents.noteOf', { id: alertId.slice(-12) })}
              placeholder={t(`incidents.note.${finding}`)}
              size="xs"
              className={classes.note ?? ''}
              dir="auto"
              maxLength={2000}
              value={note}
              error={needsNote}
              onChange={({ currentTarget }) => setNote(currentTarget.value)}
            />
            <Button
              size="xs"
              variant="default"
              disabled={!isChanged || needsNote}
              loading={judge.isPending}
              onClick={() => judge.mutate(finding)}
            >
              {t('common.save')}
            </Button>
          </div>
        ) : (
          <>
            {t(`incidents.finding.${sample.finding}`)}
            {sample.note !== '' && <p dir="auto">{sample.note}</p>}
          </>
        )}
      </td>
    </tr>
  );
}

/** The audit is read again, and so is its past. */
function useRefresh(id: string): () => Promise<unknown> {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['flow', 'audit'] }),
      queryClient.invalidateQueries({ queryKey: recordKey(id) }),
    ]);
}
