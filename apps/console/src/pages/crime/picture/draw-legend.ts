import { type Legend, legendStrength, type Swatch } from './legend.ts';
import { PICTURE_FONT, type PictureColours } from './picture-look.ts';

/** Pixels. */
export const LEGEND_WIDTH = 320;
const LINE = 20;
const RAMP = 12;
const SWATCH = 14;

/** How tall a legend is drawn. */
export function legendHeight(legend: Legend): number {
  return LINE + (legend.form === 'ramp' ? RAMP + LINE : legend.entries.length * LINE);
}

/** Draws a legend from its upper left corner on. The ramp grows from left to right in every language. */
export function drawLegend(
  context: CanvasRenderingContext2D,
  legend: Legend,
  x: number,
  y: number,
  direction: 'ltr' | 'rtl',
  colours: PictureColours,
): void {
  const start = direction === 'rtl' ? x + LEGEND_WIDTH : x;
  context.fillStyle = colours.text;
  context.font = `600 13px ${PICTURE_FONT}`;
  context.fillText(legend.title, start, y + LINE / 2, LEGEND_WIDTH);
  context.font = `400 13px ${PICTURE_FONT}`;
  if (legend.form === 'ramp') {
    const gradient = context.createLinearGradient(x, 0, x + LEGEND_WIDTH, 0);
    const last = Math.max(1, legend.colours.length - 1);
    for (const [index, colour] of legend.colours.entries()) gradient.addColorStop(index / last, colour);
    context.fillStyle = gradient;
    context.globalAlpha = legendStrength(legend);
    context.fillRect(x, y + LINE, LEGEND_WIDTH, RAMP);
    context.globalAlpha = 1;
    context.strokeStyle = colours.line;
    context.strokeRect(x + 0.5, y + LINE + 0.5, LEGEND_WIDTH - 1, RAMP - 1);
    context.fillStyle = colours.quiet;
    context.save();
    for (const { at, label } of legend.ticks) {
      context.textAlign = at < 0.1 ? 'left' : at > 0.9 ? 'right' : 'center';
      context.fillText(label, x + at * LEGEND_WIDTH, y + LINE + RAMP + LINE / 2);
    }
    context.restore();
    return;
  }
  for (const [index, { swatch, label }] of legend.entries.entries()) {
    const middle = y + LINE * (index + 1.5);
    const box = direction === 'rtl' ? start - SWATCH : start;
    drawSwatch(context, swatch, box, middle - SWATCH / 2, { colours, strength: legendStrength(legend) });
    context.fillStyle = colours.text;
    const text = direction === 'rtl' ? box - 8 : box + SWATCH + 8;
    context.fillText(label, text, middle, LEGEND_WIDTH - SWATCH - 8);
  }
}

function drawSwatch(
  context: CanvasRenderingContext2D,
  { fill, stroke, hatched, dashed, round, sign }: Swatch,
  x: number,
  y: number,
  { colours, strength }: { colours: PictureColours; strength: number },
): void {
  context.save();
  const outline = new Path2D();
  if (round) outline.arc(x + SWATCH / 2, y + SWATCH / 2, SWATCH / 2 - 1, 0, 2 * Math.PI);
  else outline.rect(x + 1, y + 1, SWATCH - 2, SWATCH - 2);
  if (fill !== undefined) {
    context.fillStyle = fill;
    context.globalAlpha = hatched ? 0.35 * strength : strength;
    context.fill(outline);
  }
  context.globalAlpha = strength;
  if (hatched && fill !== undefined) {
    context.save();
    context.clip(outline);
    context.strokeStyle = fill;
    context.lineWidth = 1.5;
    context.beginPath();
    for (let at = -SWATCH; at < SWATCH; at += 4) {
      context.moveTo(x + at, y + SWATCH);
      context.lineTo(x + at + SWATCH, y);
    }
    context.stroke();
    context.restore();
  }
  if (stroke !== undefined) {
    context.strokeStyle = stroke;
    context.lineWidth = 2;
    context.setLineDash(dashed ? [3, 2] : []);
    context.stroke(outline);
  }
  if (sign !== undefined) {
    context.fillStyle = colours.text;
    context.font = `600 10px ${PICTURE_FONT}`;
    context.textAlign = 'center';
    context.fillText(sign, x + SWATCH / 2, y + SWATCH / 2 + 0.5);
  }
  context.restore();
}
