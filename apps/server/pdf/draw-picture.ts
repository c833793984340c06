import type PDFDocument from 'pdfkit';
import { LINE } from './bilingual-pages.ts';

/**
 * Draws a picture (JPEG or PNG) whole, in the middle of its place and as large as that allows, with a thin frame.
 * @param place top left corner, width, and how high it may be at most, in points
 * @returns its height in points
 */
export function drawPicture(
  document: InstanceType<typeof PDFDocument>,
  bytes: Uint8Array,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly most: number },
): number {
  const image = openImage(document, bytes);
  const scale = Math.min(place.width / image.width, place.most / image.height);
  const size = { width: image.width * scale, height: image.height * scale };
  const left = place.x + (place.width - size.width) / 2;
  document.image(image as never, left, place.y, size);
  document.rect(left, place.y, size.width, size.height).lineWidth(0.5).strokeColor(LINE).stroke();
  return size.height;
}

/** A picture with its size in pixels: `pdfkit` has it, and its types leave it out. */
function openImage(document: object, bytes: Uint8Array): { readonly width: number; readonly height: number } {
  type Opener = { openImage(source: Buffer): { readonly width: number; readonly height: number } };
  return (document as Opener).openImage(Buffer.from(bytes));
}
