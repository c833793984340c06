/** Digits of Urdu and Arabic keyboards begin here (Unicode, Arabic block). */
const FOREIGN_ZEROS = [0x06f0, 0x0660];

/**
 * A plate as somebody typed it, in the spelling in which plates are kept: capitals and digits without separators. Urdu digits
 * count as what they say; everything else that is no Latin letter or digit is left out.
 */
export function readTypedPlate(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - FOREIGN_ZEROS.find((zero) => code >= zero)!);
  });
  return plain.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
