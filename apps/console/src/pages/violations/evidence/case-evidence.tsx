import type { ViolationCaseView } from '@amaan/contracts/violations/violation-case';
import { SegmentedControl, Switch } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BrightnessSlider } from '../../../components/brightness-slider.tsx';
import { usePageKeys } from '../../../components/use-page-keys.ts';
import { suspicionOf } from '../parts/suspicion-of.ts';
import classes from './case-evidence.module.css';
import { EvidenceClip, EvidencePicture } from './evidence-media.tsx';
import { isAtLine, takenAt } from './moments-of.ts';
import { Passage, RuleLines } from './violation-layer.tsx';

const VIEWS = ['both', 'entry', 'exit', 'clip'] as const;
type View = (typeof VIEWS)[number];
const KEYS: Record<View, string> = { both: 'a', entry: 'e', exit: 'x', clip: 'v' };

/** The masked pictures and the clip of a case, with the lines that were crossed and the vehicle's way over them. */
export function CaseEvidence({
  violationCase,
  keys = false,
}: {
  violationCase: ViolationCaseView;
  /** Whether single keys change the view: only where the case is the whole page. */
  keys?: boolean;
}) {
  const { t } = useTranslation();
  const suspicion = suspicionOf(violationCase);
  const { object, violation } = suspicion;
  const wordOf = (each: View) =>
    (each === 'entry' || each === 'exit') && !isAtLine(violation)
      ? t(`violations.evidence.${each}Plain`)
      : t(`violations.evidence.${each}`);
  const { rule } = violationCase;
  const has = (key: 'entry' | 'exit' | 'clip') => violationCase.evidence.some((each) => each.key === key);
  const views = VIEWS.filter((each) => (each === 'both' ? has('entry') && has('exit') : has(each)));
  const [chosen, setView] = useState<View>('both');
  const view = views.includes(chosen) ? chosen : (views[0] ?? 'entry');
  const [lines, setLines] = useState(true);
  const [brightness, setBrightness] = useState(1);
  usePageKeys(
    keys
      ? [
          ...views.map((each) => [KEYS[each], () => setView(each)] as const),
          ['b', () => setLines((before) => !before)],
        ]
      : [],
  );
  const stills = (view === 'both' ? (['entry', 'exit'] as const) : [view]).filter((each) => each !== 'clip');
  return (
    <section className={classes.viewer} aria-label={t('violations.evidence.title')}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('violations.evidence.view')}
          value={view}
          onChange={(value) => setView(value as View)}
          data={views.map((value) => ({ value, label: wordOf(value) }))}
        />
        <Switch
          size="xs"
          label={t('violations.evidence.boxes')}
          checked={lines}
          onChange={({ currentTarget }) => setLines(currentTarget.checked)}
        />
        <span className={classes.covered}>
          <IconEyeOff size={16} aria-hidden="true" />
          {t('violations.review.covered')}
        </span>
        <BrightnessSlider className={classes.brightness} value={brightness} onChange={setBrightness} />
      </div>
      <div className={classes.pictures} data-both={view === 'both' || undefined}>
        {stills.map((key) => (
          <EvidencePicture
            key={key}
            violationCase={violationCase}
            kind={key}
            brightness={brightness}
            overlay={(size) =>
              lines && (
                <>
                  {rule && <RuleLines rule={rule} size={size} />}
                  <Passage
                    violation={violation}
                    // The vehicle's box is known of the frame that the suspicion names.
                    box={key === 'entry' ? object.box : null}
                    at={takenAt(suspicion, key)}
                    size={size}
                  />
                </>
              )
            }
          />
        ))}
        {view === 'clip' && (
          <EvidenceClip
            violationCase={violationCase}
            brightness={brightness}
            overlay={(size) =>
              lines && (
                <>
                  {rule && <RuleLines rule={rule} size={size} />}
                  <Passage violation={violation} box={null} at={null} size={size} />
                </>
              )
            }
          />
        )}
      </div>
    </section>
  );
}
