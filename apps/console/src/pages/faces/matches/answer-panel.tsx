import type { FaceMatch, FaceMatchAnswer } from '@amaan/contracts/faces/matches/face-match';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../../api/session.ts';
import parts from '../../../components/detail-parts.module.css';
import { useFormat } from '../../../format/use-format.ts';
import { AnswerForm } from './answer-form.tsx';
import classes from './matches.module.css';

/** The question, or who said what once that may be seen, or why one does not answer. */
export function AnswerPanel({ match, onAnswered }: { match: FaceMatch; onAnswered: (id: string) => void }) {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const { answer, refusal } = match.may;
  const mine = match.answers.some(({ by }) => me !== undefined && [me.id, `user:${me.id}`].includes(by));
  return (
    <section className={`${parts.panel} ${classes.panel}`} aria-label={t('faces.matches.question')}>
      {match.answers.length > 0 && (
        <>
          <h2>{t(match.state === 'possible' ? 'faces.matches.yours' : 'faces.matches.given')}</h2>
          {match.answers.map((given) => (
            <GivenAnswer key={given.id} given={given} />
          ))}
        </>
      )}
      {match.ruling !== null && (
        <>
          <h2>{t('faces.matches.ruling')}</h2>
          <GivenAnswer given={match.ruling} />
        </>
      )}
      {answer !== null ? (
        <AnswerForm key={answer} match={match} kind={answer} onAnswered={onAnswered} />
      ) : match.state === 'possible' ? (
        <p className="prose quiet">
          {mine
            ? t('faces.matches.waitOther')
            : `${refusal === null ? '' : t(`faces.matches.refusal.${refusal}`)} ${t('faces.matches.waitTwo')}`}
        </p>
      ) : match.state === 'disputed' ? (
        <p className="prose quiet">{t('faces.matches.waitRuling')}</p>
      ) : (
        <p className="prose quiet">
          {t(match.state === 'confirmed' ? 'faces.matches.confirmedText' : 'faces.matches.rejectedText')}
        </p>
      )}
    </section>
  );
}

/** What somebody said. */
function GivenAnswer({ given }: { given: FaceMatchAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.given} data-answer={given.answer}>
      <strong>{t(`faces.matches.answer.${given.answer}`)}</strong>
      {given.note !== '' && (
        <q>
          <bdi>{given.note}</bdi>
        </q>
      )}
      <span className="quiet">
        {t('faces.matches.givenBy', { name: given.byName, time: format.dateTime(given.at) })}
      </span>
    </div>
  );
}
