import type { RiskGuide, RiskRating } from '@amaan/contracts/governance/risk';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../../../components/records/records.module.css';
import { useLocalText } from '../../../format/use-local-text.ts';

const SCALES = ['likelihood', 'severity'] as const;

/** Likelihood and severity, each level with its anchor. */
export function RatingFields({
  rating,
  guide,
  onChange,
}: {
  rating: RiskRating;
  guide: RiskGuide;
  onChange: (rating: RiskRating) => void;
}) {
  const { t } = useTranslation();
  const local = useLocalText();
  return (
    <div className={classes.pair}>
      {SCALES.map((scale) => (
        <Select
          key={scale}
          label={t(`risks.${scale}`)}
          description={local(guide[scale][rating[scale] - 1]!.anchor)}
          data={guide[scale].map(({ name, anchor }, index) => ({
            value: String(index + 1),
            label: t('risks.rating', { level: index + 1, name: local(name), anchor: local(anchor) }),
          }))}
          value={String(rating[scale])}
          allowDeselect={false}
          onChange={(value) => onChange({ ...rating, [scale]: Number(value) })}
        />
      ))}
    </div>
  );
}
