import type { ExplanationStep } from '@amaan/contracts/explanation';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { DigestText } from '../digest-text.tsx';
import { Mark } from '../mark.tsx';
import classes from './explanation-steps.module.css';

type Step<Name extends ExplanationStep['step']> = Extract<ExplanationStep, { step: Name }>;
export type FaceBasis = Extract<Step<'authorisation'>['basis'], { kind: 'face-authorisation' }>;

/** How alike two faces are, what was asked for, and how often chance does as much. */
export function Resemblance({ step: { observation } }: { step: Step<'resemblance'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { similarity, threshold, listSize, falseMatchesPerSearch, quality, nextBest } = observation;
  return (
    <>
      <span>
        {t('explain.face.similarity', {
          similarity: format.confidence(similarity),
          threshold: format.confidence(threshold),
        })}
      </span>
      <span>
        {falseMatchesPerSearch > 0 &&
          `${t('faces.matches.expectedText', {
            searches: format.number(Math.round(1 / falseMatchesPerSearch)),
          })} · `}
        {t('faces.matches.listSize', { count: listSize })}
      </span>
      <span className="quiet">
        {t('explain.face.quality', {
          face: format.confidence(quality.face.total),
          enrolled: format.confidence(quality.enrolled),
        })}
        {nextBest !== null && ` · ${t('faces.matches.nextBest')} ${format.confidence(nextBest.similarity)}`}
      </span>
    </>
  );
}

/** The list, how the picture came onto it, and who looked through it before the search. */
export function ListedPerson({ step: { list } }: { step: Step<'watchlist'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { body, said, enrolled, review, destroyedAt, isThere } = list;
  const deed = ({ byName, at }: { byName: string; at: string }) => ({
    by: byName,
    at: format.dateTime(at),
  });
  return (
    <>
      {body === null ? (
        <span className="quiet">
          {destroyedAt === null
            ? t('explain.face.listWithheld')
            : t('explain.face.listDestroyed', { at: format.dateTime(destroyedAt) })}
        </span>
      ) : (
        <>
          <strong>
            <bdi>{body.name}</bdi>
          </strong>
          <span className={classes.words}>
            <bdi>{body.legalBasis}</bdi>
          </span>
        </>
      )}
      {enrolled === null ? (
        <Broken text={t('explain.face.noEnrolment')} />
      ) : (
        <span>{t('explain.face.enrolled', deed(enrolled))}</span>
      )}
      {!isThere && <span className="quiet">{t('explain.face.pictureGone')}</span>}
      {review === null ? (
        <Broken text={t('explain.face.noReview')} />
      ) : (
        <span>
          {t('explain.face.reviewed', { ...deed(review), revision: format.number(review.revision) })}
        </span>
      )}
      {said !== null && <DigestText value={said.digest} />}
    </>
  );
}

/** Who asked to search for faces, who approved it, on which law, and whether it held when it was searched. */
export function FaceAuthorisationFacts({ basis }: { basis: FaceBasis }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { asked, approved, ended, words, scope } = basis;
  return (
    <>
      <span className={classes.words}>
        <bdi>{basis.legalBasis}</bdi>
      </span>
      <span>
        {t(`faceAuthorisations.kinds.${basis.about}`)} ·{' '}
        <bdi>{t('faces.matches.case', { number: basis.caseNumber })}</bdi>
      </span>
      {words === null ? (
        <span className="quiet">{t('explain.face.wordsWithheld')}</span>
      ) : (
        <>
          <bdi>{words.about}</bdi>
          <q>
            <bdi>{words.reason}</bdi>
          </q>
        </>
      )}
      <span>
        {t(basis.urgent ? 'explain.face.askedUrgently' : 'explain.face.asked', {
          by: asked.byName,
          at: format.dateTime(asked.at),
        })}
      </span>
      {approved === null ? (
        <Broken text={t('explain.face.notApproved')} />
      ) : (
        <span>{t('explain.face.approved', { by: approved.byName, at: format.dateTime(approved.at) })}</span>
      )}
      <span className="quiet">
        {t('explain.face.time', { from: format.dateTime(basis.from), to: format.dateTime(basis.to) })}
        {' · '}
        {scope.kind === 'cameras'
          ? t('explain.face.cameras', { count: scope.cameraIds.length })
          : t('explain.face.afterTheEvent')}
      </span>
      {ended !== null && (
        <span className="quiet">
          {t('explain.face.ended', {
            how: t(`faceAuthorisations.ends.${ended.how}`),
            by: ended.byName,
            at: format.dateTime(ended.at),
          })}
        </span>
      )}
      {basis.inForce ? (
        <Mark shape="circle" tone="good">
          {t('explain.face.inForce')}
        </Mark>
      ) : (
        <Broken text={t('explain.face.notInForce')} />
      )}
      <DigestText value={basis.digest} />
    </>
  );
}

/** What two people said, each without the other, and a supervisor where they differed; nothing before it is decided. */
export function FaceAnswers({ step: { answers } }: { step: Step<'face-answers'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (answers === null) return <span className="quiet">{t('explain.face.notDecided')}</span>;
  return answers.map(({ id, role, answer, note, byName, at }) => (
    <span key={id} className={classes.approval}>
      <span>
        {role === 'ruling' && `${t('faces.matches.ruling')}: `}
        {t(`faces.matches.answer.${answer}`)} · <bdi>{byName}</bdi>{' '}
        <span className="quiet">{format.dateTime(at)}</span>
      </span>
      {note === null && <span className="quiet">{t('explain.noteWithheld')}</span>}
      {note && (
        <q>
          <bdi>{note}</bdi>
        </q>
      )}
    </span>
  ));
}

/** A link of the chain that does not hold. */
function Broken({ text }: { text: string }) {
  return (
    <Mark shape="triangle" tone="high">
      {text}
    </Mark>
  );
}
