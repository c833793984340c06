import { PRINTED_KINDS } from '@amaan/contracts/crime/briefing';
import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boundariesQuery, crimeKey } from '../../../api/crime.ts';
import { briefingPdfUrl, doneAnalysesQuery, makeBriefing, plansQuery } from '../../../api/crime-plans.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { usePlanDays } from '../plans/use-plan-days.ts';
import { useQuestionWords } from '../question/use-question-words.ts';
import { useAreaNames } from '../use-area-names.ts';

const MOST_PICTURES = 8;
const LEAST_LETTERS = 3;

/** Puts together a briefing from analyses that are done and a plan that was approved. */
export function BriefingDialog({ siteId, onClose }: { siteId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queryClient = useQueryClient();
  const about = useQuestionWords();
  const days = usePlanDays();
  const { data: analyses = [] } = useQuery(doneAnalysesQuery(siteId));
  const { data: plans = [] } = useQuery(plansQuery(siteId));
  const nameOf = useAreaNames(siteId);
  const { data: areas } = useQuery(boundariesQuery(siteId));
  const [title, setTitle] = useState('');
  const [boundaryId, setBoundaryId] = useState<string | null>(null);
  const [analysisIds, setAnalysisIds] = useState<string[]>([]);
  const [planId, setPlanId] = useState<string | null>(null);
  const [remark, setRemark] = useState('');
  const [tried, setTried] = useState(false);
  const isTitleShort = title.trim().length < LEAST_LETTERS;
  const isEmpty = analysisIds.length === 0 && planId === null;
  const printed: readonly string[] = PRINTED_KINDS;
  const make = useMutation({
    mutationFn: () =>
      makeBriefing({
        ...{ siteId, title: title.trim(), boundaryId, analysisIds, planId, remark: remark.trim() },
      }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: [...crimeKey, 'briefings'] });
      window.open(briefingPdfUrl(id), '_blank', 'noreferrer');
      onClose();
    },
  });
  return (
    <ConfirmDialog
      size="lg"
      title={t('crimeBriefings.make')}
      text={t('crimeBriefings.makeText')}
      action={t('crimeBriefings.print')}
      pending={make.isPending}
      error={make.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!isTitleShort && !isEmpty) make.mutate();
      }}
    >
      <TextInput
        label={t('crimeBriefings.briefingTitle')}
        value={title}
        maxLength={120}
        dir="auto"
        data-autofocus
        error={tried && isTitleShort && t('crimeBriefings.titleNeeded')}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <Select
        label={t('crimeBriefings.for')}
        placeholder={t('crimeBriefings.wholeSite')}
        clearable
        searchable
        value={boundaryId}
        data={(areas?.boundaries ?? []).map(({ id }) => ({ value: id, label: nameOf({ boundaryId: id }) }))}
        onChange={setBoundaryId}
      />
      <MultiSelect
        label={t('crimeBriefings.analyses')}
        description={t('crimeBriefings.analysesHint', { most: MOST_PICTURES })}
        searchable
        maxValues={MOST_PICTURES}
        value={analysisIds}
        error={tried && isEmpty && t('crimeBriefings.contentNeeded')}
        nothingFoundMessage={t('crimeBriefings.noAnalyses')}
        data={analyses
          .filter(({ kind }) => printed.includes(kind))
          .map(({ id, kind, question, endedAt, askedAt }) => ({
            value: id,
            label: t('crimeBriefings.analysis', {
              kind: t(`crimeBriefings.kind.${kind}`),
              question: about(question.selection),
              at: format.dateTime(endedAt ?? askedAt),
            }),
          }))}
        onChange={setAnalysisIds}
      />
      <Select
        label={t('crimeBriefings.plan')}
        placeholder={t('crimeBriefings.noPlan')}
        clearable
        value={planId}
        data={plans
          .filter(({ state }) => state === 'approved')
          .map((plan) => ({ value: plan.id, label: days(plan) }))}
        onChange={setPlanId}
      />
      <Textarea
        label={t('crimeBriefings.remark')}
        description={t('crimeBriefings.remarkHint')}
        value={remark}
        rows={3}
        maxLength={1000}
        dir="auto"
        onChange={({ currentTarget }) => setRemark(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
