const FOREIGN_DIGITS = /[٠-٩۰-۹]/g;

/** Arabic and Urdu digits as 0–9. */
export function latinDigits(text: string): string {
  return text.replace(FOREIGN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * A number as people and spreadsheets write it: `490 246.79`, `1,234.5`, with `decimalComma` also `490.246,79`. Digits
 * may be Arabic or Urdu.
 *
 * @returns null when it is none
 */
export function readNumber(text: string, decimalComma = false): number | null {
  let plain = text;
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) {
    // A space, a hard space, a thin space or an apostrophe may divide thousands.
    plain = latinDigits(plain)
      .replace(/(?<=\d)[\s'’](?=\d{3})/g, '')
      .replace('−', '-')
      .trim();
    if (decimalComma) {
      if (/^[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain)) plain = plain.replaceAll('.', '');
      plain = plain.replace(',', '.');
    } else if (/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) plain = plain.replaceAll(',', '');
    if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i.test(plain)) return null;
  }
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
