import type { LocalText } from '../ai-system.ts';
import type { ChartRule, ControlChart } from './control-chart.ts';

/** What each rule sees, in a few words. */
export const RULE_WORDS: Record<ChartRule, LocalText> = {
  'we-1': { en: 'outside the limits', ur: 'حدود سے باہر' },
  'we-2': { en: 'two of three near a limit', ur: 'تین میں سے دو حد کے قریب' },
  'we-3': { en: 'four of five well to one side', ur: 'پانچ میں سے چار ایک طرف دور' },
  'we-4': { en: 'eight in a row on one side', ur: 'لگاتار آٹھ ایک ہی طرف' },
  'nelson-1': { en: 'outside the limits', ur: 'حدود سے باہر' },
  'nelson-2': { en: 'nine in a row on one side', ur: 'لگاتار نو ایک ہی طرف' },
  'nelson-3': { en: 'six in a row rising or falling', ur: 'لگاتار چھ بڑھتے یا گھٹتے' },
  'nelson-4': { en: 'fourteen up and down in turn', ur: 'لگاتار چودہ باری باری اوپر نیچے' },
  'nelson-5': { en: 'two of three near a limit', ur: 'تین میں سے دو حد کے قریب' },
  'nelson-6': { en: 'four of five well to one side', ur: 'پانچ میں سے چار ایک طرف دور' },
  'nelson-7': { en: 'fifteen too near the centre', ur: 'لگاتار پندرہ مرکز کے بہت قریب' },
  'nelson-8': { en: 'eight away from the centre', ur: 'لگاتار آٹھ مرکز سے دور' },
};

/** What a chart finds, as its title says it. */
export function chartFinding(chart: Pick<ControlChart, 'centre' | 'points'>): LocalText {
  const told = chart.points.filter(({ signals }) => signals.length > 0);
  if (chart.centre === null)
    return {
      en: 'Too few points for limits: at least twelve are needed',
      ur: 'حدود کے لیے نقطے کم ہیں: کم از کم بارہ درکار ہیں',
    };
  if (told.length === 0)
    return {
      en: 'No sign that the process changed: differences between points are chance',
      ur: 'عمل کے بدلنے کی کوئی علامت نہیں: نقطوں کا فرق محض اتفاق ہے',
    };
  return {
    en: `${told.length} of ${chart.points.length} points show a sign of change`,
    ur: `${chart.points.length} میں سے ${told.length} نقطے تبدیلی کی علامت دکھاتے ہیں`,
  };
}
