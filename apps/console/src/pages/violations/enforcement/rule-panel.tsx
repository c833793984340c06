import type { TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import type { EnforcementProblem } from '@amaan/contracts/violations/api-enforcement';
import { VIOLATION_KINDS } from '@amaan/contracts/violations/violation-kind';
import { Button, Menu } from '@mantine/core';
import { IconPlus, IconWand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { Mark } from '../../../components/mark.tsx';
import classes from '../../traffic/view/view-editor.module.css';
import { newRule, type PlanDraft, problemsOfRule, withRule } from './plan-draft.ts';
import { PlanProblems } from './plan-problems.tsx';
import { RuleForm } from './rule-form.tsx';
import type { RulePart } from './rule-kinds.ts';

/** The rules of a plan: choose one, draw its lines, say what holds. */
export function RulePanel({
  draft,
  lanes,
  chosen,
  drawn,
  tried,
  problems,
  proposing,
  onChange,
  onChoose,
  onDraw,
  onPropose,
}: {
  draft: PlanDraft;
  lanes: readonly TrafficLane[];
  chosen: string | null;
  drawn: RulePart | null;
  tried: boolean;
  problems: readonly EnforcementProblem[];
  /** Whether a proposal is on its way. */
  proposing: boolean;
  onChange: (draft: PlanDraft) => void;
  onChoose: (id: string | null) => void;
  onDraw: (part: RulePart | null) => void;
  onPropose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <section className={classes.group}>
      <h2>{t('enforcement.rules')}</h2>
      {draft.rules.length === 0 && <p className="prose quiet">{t('enforcement.rulesNone')}</p>}
      <ul className={classes.list}>
        {draft.rules.map((rule) => (
          <li key={rule.id}>
            <button
              type="button"
              className={classes.choice}
              aria-expanded={rule.id === chosen}
              onClick={() => {
                onDraw(null);
                onChoose(rule.id === chosen ? null : rule.id);
              }}
            >
              <bdi className="cut">{rule.name.trim() || t('enforcement.nameless')}</bdi>
              <span className="quiet">{t(`violations.kind.${rule.kind}`)}</span>
              {tried && problemsOfRule(rule).length > 0 && (
                <Mark shape="triangle" tone="high">
                  {t('enforcement.incomplete')}
                </Mark>
              )}
            </button>
            <PlanProblems problems={problems.filter(({ ruleId }) => ruleId === rule.id)} />
            {rule.id === chosen && (
              <RuleForm
                rule={rule}
                lanes={lanes}
                drawn={drawn}
                tried={tried}
                onChange={(changed) => onChange(withRule(draft, rule.id, () => changed))}
                onDraw={onDraw}
                onRemove={() => {
                  onDraw(null);
                  onChoose(null);
                  onChange({ ...draft, rules: draft.rules.filter(({ id }) => id !== rule.id) });
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <div className={parts.actions}>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden="true" />}>
              {t('enforcement.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {VIOLATION_KINDS.map((kind) => (
              <Menu.Item
                key={kind}
                onClick={() => {
                  const rule = newRule(
                    draft,
                    kind,
                    t(`violations.kind.${kind}`),
                    lanes.map(({ id }) => id),
                  );
                  onChange({ ...draft, rules: [...draft.rules, rule] });
                  onChoose(rule.id);
                }}
              >
                {t(`violations.kind.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {draft.rules.length === 0 && (
          <Button
            size="xs"
            variant="default"
            loading={proposing}
            leftSection={<IconWand size={16} aria-hidden="true" />}
            onClick={onPropose}
          >
            {t('enforcement.propose')}
          </Button>
        )}
      </div>
    </section>
  );
}
