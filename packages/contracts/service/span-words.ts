import type { LocalText } from '../ai-system.ts';

/** A span of time in words: `6 min 12 s`. Two units at most, rounded to the smaller one. @param seconds may be negative */
export function spanWords(seconds: number): LocalText {
  const whole = Math.round(Math.abs(seconds));
  const sign = seconds < 0 && whole > 0 ? '−' : '';
  const [days, hours, minutes, rest] = [
    Math.floor(whole / 86_400),
    Math.floor(whole / 3600) % 24,
    Math.floor(whole / 60) % 60,
    whole % 60,
  ];
  const parts = (
    days > 0
      ? [
          [days, 'd', 'دن'],
          [hours, 'h', 'گھنٹے'],
        ]
      : hours > 0
        ? [
            [hours, 'h', 'گھنٹے'],
            [minutes, 'min', 'منٹ'],
          ]
        : [
            [minutes, 'min', 'منٹ'],
            [rest, 's', 'سیکنڈ'],
          ]
  ) as [number, string, string][];
  const said = parts.filter(([count]) => count > 0);
  const all = said.length === 0 ? ([[0, 's', 'سیکنڈ']] as const) : said;
  // No line breaks within a span.
  return {
    en: sign + all.map(([count, unit]) => `${count}\u00a0${unit}`).join('\u00a0'),
    ur: sign + all.map(([count, , unit]) => `${count}\u00a0${unit}`).join('\u00a0'),
  };
}
