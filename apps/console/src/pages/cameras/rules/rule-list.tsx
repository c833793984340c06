import type { SceneRule } from '@amaan/contracts/scene-rule';
import { UnstyledButton } from '@mantine/core';
import { IconLine, IconPolygon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PriorityMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './rules.module.css';

/** The rules of a camera; a click opens one for changing. */
export function RuleList({
  rules,
  onOpen,
  onPoint,
}: {
  rules: readonly SceneRule[];
  /** Undefined where the role may only look. */
  onOpen: ((rule: SceneRule) => void) | undefined;
  /** The rule under the pointer or the focus, to be shown on the picture. */
  onPoint: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.list}>
      {rules.map((rule) => {
        const Icon = rule.kind === 'line' ? IconLine : IconPolygon;
        const objects = rule.classes.map((name) => t(`object.${name}`));
        return (
          <li key={rule.id}>
            <UnstyledButton
              className={classes.rule}
              disabled={!onOpen}
              aria-label={t('rules.edit', { name: rule.name })}
              onClick={() => onOpen?.(rule)}
              onMouseEnter={() => onPoint(rule.id)}
              onMouseLeave={() => onPoint(null)}
              onFocus={() => onPoint(rule.id)}
              onBlur={() => onPoint(null)}
            >
              <Icon size={20} stroke={1.6} aria-hidden="true" />
              <span>
                <bdi className={classes.name}>{rule.name}</bdi>
                <span className="quiet">
                  {t(`rules.${rule.kind}`)}
                  {rule.kind === 'loitering' &&
                    ` · ${t('observation.seconds', { seconds: format.number(rule.seconds) })}`}
                  {objects.length > 0 && ` · ${format.list(objects)}`}
                </span>
              </span>
              {rule.alert ? (
                <PriorityMark priority={rule.priority} />
              ) : (
                <span className="quiet">{t('rules.noAlert')}</span>
              )}
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
