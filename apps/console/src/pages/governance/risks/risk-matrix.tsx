import type { RiskGuide, RiskLevel, RiskRating, RiskView } from '@amaan/contracts/governance/risk';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import { presentRating } from './risk-of.ts';
import classes from './risks.module.css';

const STEPS = [1, 2, 3, 4, 5] as const;

const SIGNS: Record<RiskLevel, string> = { acceptable: '●', tolerable: '▲', unacceptable: '■' };

/** Likelihood by severity, with how many risks stand in each cell; a cell narrows the list to its risks. */
export function RiskMatrix({
  risks,
  guide,
  chosen,
  onChoose,
}: {
  risks: readonly RiskView[];
  guide: RiskGuide;
  chosen: RiskRating | null;
  onChoose: (cell: RiskRating | null) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const local = useLocalText();
  const { criteria, from } = guide;
  const countOf = (cell: RiskRating) => risks.filter((risk) => isIn(cell, risk)).length;
  return (
    <figure className={classes.matrix}>
      <figcaption>
        <strong>{t('risks.matrix', { count: risks.length })}</strong>
        <p className="prose quiet">{t('risks.matrixHint')}</p>
      </figcaption>
      <div className={classes.matrixBox}>
        <table className={classes.grid}>
          <thead>
            <tr>
              <th scope="col">{t('risks.likelihood')}</th>
              {STEPS.map((severity) => (
                <th key={severity} scope="col" title={local(guide.severity[severity - 1]!.anchor)}>
                  {format.number(severity)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {STEPS.toReversed().map((likelihood) => (
              <tr key={likelihood}>
                <th scope="row" title={local(guide.likelihood[likelihood - 1]!.anchor)}>
                  {format.number(likelihood)} {local(guide.likelihood[likelihood - 1]!.name)}
                </th>
                {STEPS.map((severity) => {
                  const cell = { likelihood, severity };
                  const level = guide.levels[likelihood - 1]![severity - 1]!;
                  const count = countOf(cell);
                  const pressed = chosen?.likelihood === likelihood && chosen.severity === severity;
                  return (
                    <td key={severity}>
                      <button
                        type="button"
                        className={classes.cell}
                        data-level={level}
                        disabled={count === 0 && !pressed}
                        aria-pressed={pressed}
                        aria-label={t('risks.cell', {
                          likelihood,
                          severity,
                          level: t(`risks.level.${level}`),
                          count,
                        })}
                        onClick={() => onChoose(pressed ? null : cell)}
                      >
                        <span aria-hidden="true" className={classes.sign}>
                          {SIGNS[level]}
                        </span>
                        {count > 0 && format.number(count)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <th scope="col" colSpan={5}>
                {t('risks.severity')}
              </th>
            </tr>
          </tfoot>
        </table>
        <div className={classes.legend}>
          {(['acceptable', 'tolerable', 'unacceptable'] as const).map((level) => (
            <span key={level} data-level={level} className={classes.key}>
              <span aria-hidden="true">{SIGNS[level]}</span> {t(`risks.level.${level}`)}
            </span>
          ))}
          <p className="quiet">
            {t('risks.criteria', { acceptable: criteria.acceptableUpTo, tolerable: criteria.tolerableUpTo })}
          </p>
          <p className="quiet">
            {from === null
              ? t('risks.criteriaBuiltIn')
              : t('risks.criteriaFrom', { number: from.number, title: from.title })}
          </p>
        </div>
      </div>
    </figure>
  );
}

/** Whether a risk stands in a cell. */
export function isIn(cell: RiskRating, risk: RiskView): boolean {
  const { likelihood, severity } = presentRating(risk);
  return likelihood === cell.likelihood && severity === cell.severity;
}
