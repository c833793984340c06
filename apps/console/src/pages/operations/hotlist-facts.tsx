import type { HotlistHit } from '@amaan/contracts/plates/hotlist';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { hotlistQuery } from '../../api/hotlists.ts';
import { PlateText } from '../../components/plate-text.tsx';
import { useMeasures } from '../plates/use-measures.ts';
import classes from './plate-alert.module.css';
import { confusionWord, matchColumns } from './plate-match.ts';

/** The entry that a read matched: what to do, why the list exists, and why it matched, character by character. */
export function HotlistFacts({ hit }: { hit: HotlistHit }) {
  const { t } = useTranslation();
  const may = useMay();
  const { data: list } = useQuery({ ...hotlistQuery(hit.hotlistId), enabled: may('hotlist.read') });
  return (
    <>
      <section className={classes.block}>
        <h2>{t('plates.alert.entry')}</h2>
        <p className={classes.note}>
          {hit.note === '' ? (
            <span className="quiet">{t('plates.alert.noNote')}</span>
          ) : (
            <bdi>{hit.note}</bdi>
          )}
        </p>
        <dl className={classes.terms}>
          <dt>{t('plates.alert.list')}</dt>
          <dd>
            {may('hotlist.read') ? (
              <Link to="/plates/hotlists" search={{ list: hit.hotlistId }} className={classes.link}>
                <bdi>{hit.hotlistName}</bdi>
              </Link>
            ) : (
              <bdi>{hit.hotlistName}</bdi>
            )}{' '}
            · {t(`hotlists.kind.${hit.hotlistKind}`)}
          </dd>
          <dt>{t('plates.alert.listed')}</dt>
          <dd>
            <PlateText text={hit.entryPlate} />
          </dd>
          {hit.caseNumber !== '' && (
            <>
              <dt>{t('plates.alert.caseNumber')}</dt>
              <dd>
                <bdi>{hit.caseNumber}</bdi>
              </dd>
            </>
          )}
          {list && (
            <>
              <dt>{t('plates.alert.listReason')}</dt>
              <dd>
                <bdi>{list.reason}</bdi>
              </dd>
              <dt>{t('hotlists.legalBasis')}</dt>
              <dd>
                <bdi>{list.legalBasis}</bdi>
              </dd>
              <dt>{t('hotlists.owner')}</dt>
              <dd>
                <bdi>{list.owner}</bdi>
              </dd>
            </>
          )}
        </dl>
      </section>
      <MatchFacts hit={hit} />
    </>
  );
}

function MatchFacts({ hit }: { hit: HotlistHit }) {
  const { t } = useTranslation();
  const measures = useMeasures();
  const columns = matchColumns(hit);
  const keyed = columns.map((column, place) => ({ ...column, key: `${place} ${column.expected}` }));
  const sentenceOf = ({ read, expected, cost }: HotlistHit['differences'][number]) => {
    const kind = read === '' ? 'missing' : expected === '' ? 'extra' : 'confused';
    return t(`plates.alert.${kind}`, {
      read,
      expected,
      word: t(`plates.alert.${confusionWord(cost)}`),
      cost: measures.cost(cost),
    });
  };
  return (
    <section className={classes.block}>
      <h2>{t('plates.alert.why')}</h2>
      <p>{hit.differences.length === 0 ? t('plates.alert.whyExact') : t('plates.alert.whyFuzzy')}</p>
      <div className={classes.match} dir="ltr">
        <table>
          <tbody>
            <tr>
              <th scope="row">{t('plates.alert.read')}</th>
              {keyed.map(({ key, read, cost }) => (
                <td key={key} className={classes.character} data-differs={cost > 0 || undefined}>
                  {read === '' ? '–' : read}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('plates.alert.listed')}</th>
              {keyed.map(({ key, expected, cost }) => (
                <td key={key} className={classes.character} data-differs={cost > 0 || undefined}>
                  {expected === '' ? '–' : expected}
                </td>
              ))}
            </tr>
            {hit.differences.length > 0 && (
              <tr>
                <th scope="row">{t('plates.alert.cost')}</th>
                {keyed.map(({ key, cost }) => (
                  <td key={key} className={classes.cost}>
                    {cost > 0 && measures.cost(cost)}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {hit.differences.length > 0 && (
        <ul className={classes.reasons}>
          {hit.differences.map((difference) => (
            <li key={`${difference.at} ${difference.expected}`}>{sentenceOf(difference)}</li>
          ))}
          <li>
            <strong>{t('plates.alert.total', { cost: measures.cost(hit.cost) })}</strong>
          </li>
        </ul>
      )}
    </section>
  );
}
