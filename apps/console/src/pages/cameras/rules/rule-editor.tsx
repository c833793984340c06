import type { Camera } from '@amaan/contracts/camera';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLine, IconPolygon, IconVectorSpline } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { addRule, camerasQuery, changeRule, removeRule } from '../../../api/cameras.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { LiveVideo } from '../../../live/live-video.tsx';
import { RuleShape } from '../../../picture/rule-shape.tsx';
import { RuleCanvas } from './rule-canvas.tsx';
import { bodyOf, draftOf, newDraft, type RuleDraft } from './rule-draft.ts';
import classes from './rule-editor.module.css';
import { RuleForm } from './rule-form.tsx';
import { RuleList } from './rule-list.tsx';

/** The live picture with the rules on it; lines and zones are drawn and changed right there. */
export function RuleEditor({ camera }: { camera: Camera }) {
  const { t } = useTranslation();
  const may = useMay();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<RuleDraft | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const [deleting, setDeleting] = useState(false);

  const finish = async (message: string) => {
    await queryClient.invalidateQueries({ queryKey: camerasQuery.queryKey });
    setDraft(null);
    setDeleting(false);
    notifications.show({ message });
  };
  const save = useMutation({
    mutationFn: (drawn: RuleDraft) =>
      drawn.id === null ? addRule(camera.id, bodyOf(drawn)) : changeRule(camera.id, drawn.id, bodyOf(drawn)),
    onSuccess: () => finish(t('rules.saved')),
  });
  const remove = useMutation({
    mutationFn: (id: string) => removeRule(camera.id, id),
    onSuccess: () => finish(t('rules.deleted')),
  });
  const begin = (next: RuleDraft | null) => {
    save.reset();
    setDraft(next);
  };

  const others = camera.rules.filter(({ id }) => id !== draft?.id);
  return (
    <div className={classes.editor}>
      <div className={classes.picture}>
        <LiveVideo
          camera={camera}
          overlay={({ width, height }) =>
            others.map((rule) => (
              <RuleShape
                key={rule.id}
                rule={rule}
                width={width}
                height={height}
                chosen={rule.id === pointed}
              />
            ))
          }
          layer={
            draft
              ? (size) => (
                  <RuleCanvas draft={draft} size={size} onChange={setDraft} onCancel={() => begin(null)} />
                )
              : undefined
          }
        />
      </div>
      <section className={classes.side} aria-label={t('rules.title')}>
        {draft ? (
          <RuleForm
            draft={draft}
            pending={save.isPending}
            error={save.error}
            onChange={setDraft}
            onSave={() => save.mutate(draft)}
            onCancel={() => begin(null)}
            onDelete={draft.id !== null && may('rule.remove') ? () => setDeleting(true) : undefined}
          />
        ) : (
          <>
            <h2>{t('rules.title')}</h2>
            {may('rule.create') && (
              <div className={classes.tools}>
                <Button
                  variant="default"
                  size="xs"
                  leftSection={<IconLine size={16} aria-hidden="true" />}
                  onClick={() => begin(newDraft('line'))}
                >
                  {t('rules.drawLine')}
                </Button>
                <Button
                  variant="default"
                  size="xs"
                  leftSection={<IconPolygon size={16} aria-hidden="true" />}
                  onClick={() => begin(newDraft('zone'))}
                >
                  {t('rules.drawZone')}
                </Button>
              </div>
            )}
            {camera.rules.length === 0 ? (
              <EmptyNotice icon={<IconVectorSpline />} title={t('rules.empty')} hint={t('rules.emptyHint')} />
            ) : (
              <RuleList
                rules={camera.rules}
                onOpen={may('rule.change') ? (rule) => begin(draftOf(rule)) : undefined}
                onPoint={setPointed}
              />
            )}
          </>
        )}
      </section>
      {deleting && draft?.id && (
        <ConfirmDialog
          title={t('rules.deleteTitle', { name: draft.name })}
          text={t('rules.deleteText')}
          action={t('rules.delete')}
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => draft.id !== null && remove.mutate(draft.id)}
          onClose={() => setDeleting(false)}
        />
      )}
    </div>
  );
}
