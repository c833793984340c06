import type { LocalText } from '@amaan/contracts/ai-system';
import type { ImpactLevel, ImpactScale, ScoredImpact } from '@amaan/contracts/governance/impact-assessment';
import { IMPACT_SCALES } from './impact-scales.ts';

const LASTING = 3;
const WIDE = 3;
const GRAVEST = 5;

/**
 * The level of an impact, with every step in words. A harm's weight is its scale, how many it reaches and
 * whether it can be undone (UN Guiding Principles on Business and Human Rights, commentary on principle 14:
 * scale, scope, irremediable character):
 *
 * - gravity = severity, one more when the harm is hard to undo, one more when it reaches thousands; at most 5;
 * - gravity × likelihood: up to 4 low, up to 9 moderate, up to 14 high, from 15 very high (a
 *   consequence–likelihood matrix, IEC 31010:2019, B.10.3);
 * - the gravest harm is never low: that it is rare does not make it harmless.
 */
export function impactLevel(scale: ImpactScale): ScoredImpact {
  const { severity, likelihood, reversibility, reach } = scale;
  const why: LocalText[] = [
    named('Severity', 'شدت', severity, IMPACT_SCALES.severity),
    named('Likelihood', 'امکان', likelihood, IMPACT_SCALES.likelihood),
  ];
  let gravity = severity;
  if (reversibility >= LASTING) {
    gravity++;
    why.push(
      named('Gravity +1, hard to undo', 'سنگینی +1، تلافی مشکل', reversibility, IMPACT_SCALES.reversibility),
    );
  }
  if (reach >= WIDE) {
    gravity++;
    why.push(named('Gravity +1, reaches many', 'سنگینی +1، بہت سے لوگ', reach, IMPACT_SCALES.reach));
  }
  if (gravity > GRAVEST) {
    gravity = GRAVEST;
    why.push({ en: 'Gravity ends at 5.', ur: 'سنگینی 5 سے زیادہ نہیں ہوتی۔' });
  }
  const product = gravity * likelihood;
  why.push({
    en: `Gravity ${gravity} × likelihood ${likelihood} = ${product}.`,
    ur: `سنگینی ${gravity} × امکان ${likelihood} = ${product}۔`,
  });
  let level = levelOf(product);
  if (gravity === GRAVEST && level === 'low') {
    level = 'moderate';
    why.push({
      en: 'The gravest harm is never low, however rare.',
      ur: 'سب سے سنگین نقصان کتنا ہی نایاب ہو، کبھی کم نہیں سمجھا جاتا۔',
    });
  }
  return { level, gravity, likelihood, why };
}

function levelOf(product: number): ImpactLevel {
  if (product >= 15) return 'very-high';
  if (product >= 10) return 'high';
  return product >= 5 ? 'moderate' : 'low';
}

function named(en: string, ur: string, level: number, words: readonly LocalText[]): LocalText {
  const meaning = words[level - 1]!;
  return { en: `${en}: ${level} (${meaning.en})`, ur: `${ur}: ${level} (${meaning.ur})` };
}
