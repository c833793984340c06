import type { SpeedSectionView } from '@amaan/contracts/violations/api-enforcement';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { speedSectionsQuery } from '../../../api/enforcement.ts';
import parts from '../../../components/detail-parts.module.css';
import { useFormat } from '../../../format/use-format.ts';
import { SectionDialog } from './section-dialog.tsx';

/** Stretches of road between two cameras, over which the average speed is limited. */
export function SectionPanel() {
  const { t } = useTranslation();
  const may = useMay();
  const { data: sections } = useQuery(speedSectionsQuery);
  const [open, setOpen] = useState<SpeedSectionView | 'new' | null>(null);
  if (sections === undefined) return null;
  return (
    <section className={parts.panel} aria-labelledby="speed-sections">
      <div className={parts.actions}>
        <h2 id="speed-sections">{t('enforcement.sections')}</h2>
        {may('enforcement.change') && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => setOpen('new')}
          >
            {t('enforcement.addSection')}
          </Button>
        )}
      </div>
      {sections.length === 0 && <p className="prose quiet">{t('enforcement.sectionsNone')}</p>}
      {sections.map((each) => (
        <Section
          key={each.section.id}
          view={each}
          {...(may('enforcement.change') && { onChange: () => setOpen(each) })}
        />
      ))}
      {open !== null && <SectionDialog view={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function Section({ view: { section, ends }, onChange }: { view: SpeedSectionView; onChange?: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={parts.facts}>
      <strong>
        <bdi>{section.name}</bdi>
      </strong>
      <span>
        {t('enforcement.sectionFacts', {
          distance: format.number(section.distanceM),
          error: format.number(section.distanceErrorM, 1),
          limit: format.number(section.limitKmh),
          tolerance: format.number(section.toleranceKmh),
        })}
      </span>
      <span className="quiet">
        {ends.map(({ cameraId, cameraName, end }) => (
          <bdi key={`${cameraId} ${end}`}>
            {cameraName} ({t(`enforcement.ends.${end}`)}){' '}
          </bdi>
        ))}
      </span>
      {onChange && (
        <Button size="compact-xs" variant="subtle" onClick={onChange}>
          {t('enforcement.changeSection')}
        </Button>
      )}
    </div>
  );
}
