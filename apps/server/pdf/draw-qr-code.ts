import type PDFDocument from 'pdfkit';
import { encode } from 'uqr';

/**
 * Draws a QR code (ISO/IEC 18004, error correction M) as vectors, with the four modules of quiet around it that readers
 * need.
 * @param place top left corner and side length in points, quiet zone included
 */
export function drawQrCode(
  document: InstanceType<typeof PDFDocument>,
  text: string,
  place: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const module = place.size / size;
  for (const [y, row] of data.entries())
    for (const [x, dark] of row.entries())
      if (dark) document.rect(place.x + x * module, place.y + y * module, module, module);
  document.fill('#000000');
}
