import type { Agreement, ViolationCaseView } from '@amaan/contracts/violations/violation-case';
import { useTranslation } from 'react-i18next';
import { caseEvidenceUrl } from '../../../api/violations.ts';
import parts from '../../../components/detail-parts.module.css';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import { PlateText } from '../../../components/plate-text.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { PlateCrop } from '../../../picture/plate-crop.tsx';
import { ReadingFacts } from '../../plates/sighting-facts.tsx';
import classes from './plate-and-registry.module.css';

/** From it on another character is worth a look. */
const WORTH_A_LOOK = 0.05;

const MARKS: Record<Agreement, { shape: Shape; tone: Tone }> = {
  agrees: { shape: 'circle', tone: 'good' },
  contradicts: { shape: 'triangle', tone: 'critical' },
  'not-known': { shape: 'diamond', tone: 'quiet' },
};

/** The plate as it is and as it was read, and what the registry says of it beside what the camera saw. */
export function PlateAndRegistry({ violationCase }: { violationCase: ViolationCaseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, plate, reading, registry } = violationCase;
  const doubts = reading.characters.flatMap(({ others }, index) => {
    const likely = others.filter(({ confidence }) => confidence >= WORTH_A_LOOK).map(({ text }) => text);
    return likely.length === 0 ? [] : [{ place: index + 1, others: likely }];
  });
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-label={t('violations.review.plate')}>
      <div className={classes.crop}>
        <PlateCrop url={caseEvidenceUrl(id, 'plate')} text={plate} size="large" />
      </div>
      <div className={parts.facts}>
        <PlateText text={plate} large />
        <span className={`${parts.facts} quiet`}>
          <ReadingFacts reading={reading} />
        </span>
      </div>
      {doubts.map(({ place, others }) => (
        <Mark key={place} shape="triangle" tone="high">
          {t('violations.review.mayBe', {
            place: format.number(place),
            others: others.join(', '),
          })}
        </Mark>
      ))}
      {registry === null ? (
        <span className="quiet">{t('violations.review.notAsked')}</span>
      ) : (
        <Registry violationCase={violationCase} registry={registry} />
      )}
    </section>
  );
}

function Registry({
  violationCase: { vehicle },
  registry,
}: {
  violationCase: ViolationCaseView;
  registry: NonNullable<ViolationCaseView['registry']>;
}) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const unknown = t('violations.review.unknown');
  const { registered } = registry;
  /** The registry's word in the language of the page, where it is one that the console has. */
  const wordOf = (room: 'object' | 'plates.colour', word: string | null) => {
    const key = `${room}.${word?.toLowerCase()}`;
    return word !== null && i18n.exists(key) ? String(t(key as never)) : word;
  };
  const rows = [
    {
      name: 'class',
      seen: vehicle.class === null ? null : t(`object.${vehicle.class}`),
      registered: wordOf('object', registered.class),
      agreement: registry.class,
    },
    {
      name: 'colour',
      seen: vehicle.colour === null ? null : t(`plates.colour.${vehicle.colour}`),
      registered: wordOf('plates.colour', registered.colour),
      agreement: registry.colour,
    },
    { name: 'make', seen: null, registered: registered.make, agreement: registry.make },
  ] as const;
  const notes = [
    ...(registered.fir === null ? [] : [t('violations.review.fir', { number: registered.fir })]),
    ...(registered.emergencyVehicle ? [t('violations.review.emergency')] : []),
  ];
  return (
    <>
      {registry.found ? (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('violations.review.vehicle')}</th>
              <th scope="col">{t('violations.review.seen')}</th>
              <th scope="col">{t('violations.review.registered')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} data-contradicts={row.agreement === 'contradicts' || undefined}>
                <th scope="row">{t(`violations.review.${row.name}`)}</th>
                <td>
                  <bdi>{row.seen ?? (row.name === 'make' ? '–' : unknown)}</bdi>
                </td>
                <td>
                  <bdi>{row.registered ?? unknown}</bdi>
                </td>
                <td>
                  <Mark {...MARKS[row.agreement]} wordless={row.agreement === 'agrees'}>
                    {t(`violations.review.agreement.${row.agreement}`)}
                  </Mark>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Mark shape="triangle" tone="high">
          {t('violations.review.notFound')}
        </Mark>
      )}
      {notes.map((note) => (
        <Mark key={note} shape="triangle" tone="critical">
          {note}
        </Mark>
      ))}
      <span className="quiet">
        {t('violations.review.askedAt', { time: format.dateTime(registry.at) })}
        {registered.state !== null && (
          <>
            {' '}
            · <bdi>{registered.state}</bdi>
          </>
        )}
      </span>
    </>
  );
}
