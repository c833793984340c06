import type { LocalText } from '../ai-system.ts';
import type { LeagueTable } from './league-table.ts';

/** What a league table does not say: which ranks cannot be told apart. Stands under every one. */
export function leagueWords({ rows, together }: Pick<LeagueTable, 'rows' | 'together'>): LocalText {
  const known = rows.filter(({ bestRank }) => bestRank !== null);
  if (known.length < 2)
    return {
      en: 'There is nothing to rank: fewer than two have enough records.',
      ur: 'درجہ بندی ممکن نہیں: دو سے کم کے پاس کافی ریکارڈ ہیں۔',
    };
  const nameOf = (index: number) => rows[index]?.station ?? rows[index]?.siteName ?? '';
  if (together.length === 0)
    return {
      en: 'All ranks can be told apart, with 95 % for all of them together.',
      ur: 'تمام درجے ایک دوسرے سے الگ ہیں، سب کے لیے مل کر 95 فیصد اعتماد کے ساتھ۔',
    };
  if (together.some((set) => set.length === known.length))
    return {
      en: 'The ranks of all of them cannot be told apart: the order may be chance.',
      ur: 'ان سب کے درجوں میں فرق نہیں کیا جا سکتا: یہ ترتیب محض اتفاق ہو سکتی ہے۔',
    };
  const en = together.map((set) => joined(set.map(nameOf), ' and '));
  const ur = together.map((set) => joined(set.map(nameOf), ' اور ', '، '));
  return {
    en: `Ranks cannot be told apart among ${en.join('; nor among ')}.`,
    ur: `ان کے درجوں میں فرق نہیں کیا جا سکتا: ${ur.join('؛ نیز ')}۔`,
  };
}

function joined(names: readonly string[], and: string, comma = ', '): string {
  return [names.slice(0, -1).join(comma), names.at(-1)].join(and);
}
