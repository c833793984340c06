import type { TrafficViewWarning } from '@amaan/contracts/traffic/api-traffic-view';
import { MOVEMENTS } from '@amaan/contracts/traffic/traffic-view';
import { Button, Chip, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import parts from '../../../components/detail-parts.module.css';
import { Mark } from '../../../components/mark.tsx';
import { useCodedSentence } from '../../../components/problem-notice.tsx';
import { DrawButton } from './draw-button.tsx';
import { JunctionFields } from './junction-fields.tsx';
import { NumberField } from './number-field.tsx';
import { type Tool, withLane, withShape } from './tool.ts';
import {
  LANE_PARTS,
  type LaneDraft,
  NEEDED_PARTS,
  newLane,
  problemsOfLane,
  type ViewDraft,
} from './view-draft.ts';
import classes from './view-editor.module.css';

/** The lanes of a view: choose one, draw its parts, say what it is called and what holds on it. */
export function LanePanel({
  draft,
  chosen,
  tool,
  tried,
  warnings,
  onChange,
  onChoose,
  onTool,
}: {
  draft: ViewDraft;
  chosen: string | null;
  tool: Tool | null;
  /** Whether somebody tried to save, so that what is missing is said. */
  tried: boolean;
  warnings: readonly TrafficViewWarning[];
  onChange: (draft: ViewDraft) => void;
  onChoose: (id: string | null) => void;
  onTool: (tool: Tool | null) => void;
}) {
  const { t } = useTranslation();
  const sentenceOf = useCodedSentence();
  const add = () => {
    const lane = newLane(draft.lanes);
    onChange({ ...draft, lanes: [...draft.lanes, lane] });
    onChoose(lane.id);
    onTool({ of: 'lane', laneId: lane.id, part: 'polygon' });
  };
  return (
    <section className={classes.group}>
      <h2>{t('traffic.view.lanes')}</h2>
      {draft.lanes.length === 0 && <p className="prose quiet">{t('traffic.view.lanesNone')}</p>}
      <ul className={classes.list}>
        {draft.lanes.map((lane) => (
          <li key={lane.id}>
            <button
              type="button"
              className={classes.choice}
              aria-expanded={lane.id === chosen}
              onClick={() => {
                onTool(null);
                onChoose(lane.id === chosen ? null : lane.id);
              }}
            >
              <bdi className="cut">{lane.name.trim() || t('traffic.view.nameless')}</bdi>
              <bdi className="quiet cut">{lane.approach}</bdi>
              {tried && problemsOfLane(lane).length > 0 && (
                <Mark shape="triangle" tone="high">
                  {t('traffic.view.incomplete')}
                </Mark>
              )}
            </button>
            {warnings
              .filter(({ laneId }) => laneId === lane.id)
              .map((warning) => (
                <p key={warning.code} className={classes.warning} dir="auto">
                  {sentenceOf(warning)}
                </p>
              ))}
            {lane.id === chosen && (
              <LaneForm
                draft={draft}
                lane={lane}
                tool={tool}
                tried={tried}
                onChange={onChange}
                onTool={onTool}
                onRemove={() => {
                  onTool(null);
                  onChoose(null);
                  onChange({ ...draft, lanes: draft.lanes.filter(({ id }) => id !== lane.id) });
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={add}
      >
        {t('traffic.view.addLane')}
      </Button>
    </section>
  );
}

function LaneForm({
  draft,
  lane,
  tool,
  tried,
  onChange,
  onTool,
  onRemove,
}: {
  draft: ViewDraft;
  lane: LaneDraft;
  tool: Tool | null;
  tried: boolean;
  onChange: (draft: ViewDraft) => void;
  onTool: (tool: Tool | null) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const set = (change: Partial<LaneDraft>) =>
    onChange(withLane(draft, lane.id, (before) => ({ ...before, ...change })));
  const problems = tried ? problemsOfLane(lane) : [];
  const has = (wanted: string) => problems.some(({ code }) => code === wanted);
  return (
    <div className={classes.form}>
      <TextInput
        size="xs"
        label={t('traffic.view.laneName')}
        value={lane.name}
        maxLength={80}
        dir="auto"
        error={has('no-name') && t('traffic.view.needsName')}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t('traffic.view.approach')}
        description={t('traffic.view.approachHint')}
        value={lane.approach}
        maxLength={80}
        dir="auto"
        error={has('no-approach') && t('traffic.view.needsApproach')}
        onChange={({ currentTarget }) => set({ approach: currentTarget.value })}
      />
      <div className={parts.actions}>
        {LANE_PARTS.map((part) => {
          const own: Tool = { of: 'lane', laneId: lane.id, part };
          const active = tool?.of === 'lane' && tool.laneId === lane.id && tool.part === part;
          return (
            <DrawButton
              key={part}
              label={t(`traffic.view.part.${part}`)}
              shape={lane[part]}
              active={active}
              removable={!NEEDED_PARTS.includes(part)}
              onDraw={() => onTool(active ? null : own)}
              onRemove={() => onChange(withShape(draft, own, null))}
            />
          );
        })}
      </div>
      {problems.map((problem) =>
        problem.code === 'not-drawn' ? (
          <p key={problem.part} className={classes.warning}>
            {t('traffic.view.needsShape', { shape: t(`traffic.view.part.${problem.part}`) })}
          </p>
        ) : problem.code === 'no-exit-distance' ? (
          <p key={problem.code} className={classes.warning}>
            {t('traffic.view.needsDistance')}
          </p>
        ) : null,
      )}
      <div className={classes.fields}>
        {lane.exit !== null && (
          <NumberField
            label={t('traffic.view.exitDistance')}
            value={lane.exitDistanceM}
            {...{ min: 2, max: 500, step: 0.5, suffix: ' m' }}
            onChange={(exitDistanceM) => set({ exitDistanceM })}
          />
        )}
        <NumberField
          label={t('traffic.view.speedLimit')}
          value={lane.speedLimitKmh}
          {...{ min: 5, max: 200, step: 5, suffix: ' km/h' }}
          onChange={(speedLimitKmh) => set({ speedLimitKmh })}
        />
        <NumberField
          label={t('traffic.view.bearing')}
          value={lane.bearing}
          {...{ min: 0, max: 359, step: 5, suffix: '°' }}
          onChange={(bearing) => set({ bearing })}
        />
      </div>
      <fieldset className={classes.movements}>
        <legend>{t('traffic.view.movements')}</legend>
        <Chip.Group
          multiple
          value={[...lane.movements]}
          onChange={(chosen) => set({ movements: MOVEMENTS.filter((name) => chosen.includes(name)) })}
        >
          {MOVEMENTS.map((name) => (
            <Chip key={name} value={name} size="xs">
              {t(`traffic.movement.${name}`)}
            </Chip>
          ))}
        </Chip.Group>
      </fieldset>
      {may('junction.read') && (
        <JunctionFields value={lane.junction} onChange={(junction) => set({ junction })} />
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconTrash size={14} aria-hidden="true" />}
        onClick={onRemove}
      >
        {t('traffic.view.removeLane')}
      </Button>
    </div>
  );
}
