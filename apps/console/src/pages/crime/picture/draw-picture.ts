import { drawLegend, LEGEND_WIDTH, legendHeight } from './draw-legend.ts';
import type { Legend } from './legend.ts';
import { PICTURE_FONT, type PictureColours } from './picture-look.ts';
import { wrapLines } from './wrap-lines.ts';

/** Everything that goes with a picture when it leaves the console. */
export interface Picture {
  /** The map or chart as it is on the screen. */
  readonly image: HTMLCanvasElement;
  /** How large it is on the page, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly subtitle: string;
  readonly legends: readonly Legend[];
  /** Sentences about data, method and limits. */
  readonly notes: readonly string[];
  /** The mark over it; null: nothing in it is simulated. */
  readonly simulated: string | null;
  readonly direction: 'ltr' | 'rtl';
}

const EDGE = 24;
const GAP = 12;
const LEAST_WIDTH = 720;

/** Sizes of text in pixels, with the height of a line. */
const TITLE = { font: `600 20px ${PICTURE_FONT}`, line: 30 };
const SMALL = { font: `400 13px ${PICTURE_FONT}`, line: 20 };
const MARK = { font: `600 13px ${PICTURE_FONT}`, line: 24 };

/**
 * A picture that explains itself wherever it goes: title, what it is about, the image, the legends, the notes, and the
 * mark of simulated data over the image.
 * @param ratio pixels of the picture for one of the page
 */
export function drawPicture(picture: Picture, colours: PictureColours, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  const { image, width, height, legends, direction } = picture;
  const whole = Math.max(LEAST_WIDTH, width + 2 * EDGE);
  const inner = whole - 2 * EDGE;
  const lines = (text: string, font: string) => {
    context.font = font;
    return wrapLines(text, inner, (part) => context.measureText(part).width);
  };
  const title = lines(picture.title, TITLE.font);
  const subtitle = lines(picture.subtitle, SMALL.font);
  const notes = picture.notes.map((note) => lines(note, SMALL.font));
  const perRow = Math.max(1, Math.floor((inner + GAP) / (LEGEND_WIDTH + GAP)));
  const legendRows = Array.from({ length: Math.ceil(legends.length / perRow) }, (_, row) =>
    legends.slice(row * perRow, (row + 1) * perRow),
  );
  const tall =
    EDGE +
    title.length * TITLE.line +
    subtitle.length * SMALL.line +
    GAP +
    height +
    GAP +
    legendRows.reduce((sum, row) => sum + Math.max(...row.map(legendHeight)) + GAP, 0) +
    notes.reduce((sum, note) => sum + note.length * SMALL.line + 4, 0) +
    EDGE;

  // Giving a canvas its size resets everything, so nothing is set before this.
  canvas.width = Math.round(whole * ratio);
  canvas.height = Math.round(tall * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = colours.background;
  context.fillRect(0, 0, whole, tall);
  context.direction = direction;
  context.textAlign = 'start';
  context.textBaseline = 'middle';
  const start = direction === 'rtl' ? whole - EDGE : EDGE;
  let y = EDGE;
  const write = (texts: readonly string[], { font, line }: typeof TITLE, colour: string) => {
    context.font = font;
    context.fillStyle = colour;
    for (const text of texts) {
      context.fillText(text, start, y + line / 2);
      y += line;
    }
  };
  write(title, TITLE, colours.text);
  write(subtitle, SMALL, colours.quiet);
  y += GAP;
  const left = (whole - width) / 2;
  context.drawImage(image, left, y, width, height);
  context.strokeStyle = colours.line;
  context.strokeRect(left + 0.5, y + 0.5, width - 1, height - 1);
  if (picture.simulated !== null) drawMark(context, picture.simulated, left + 12, y + 12, colours);
  y += height + GAP;
  for (const row of legendRows) {
    for (const [index, legend] of row.entries()) {
      const offset = index * (LEGEND_WIDTH + GAP);
      const x = direction === 'rtl' ? whole - EDGE - offset - LEGEND_WIDTH : EDGE + offset;
      drawLegend(context, legend, x, y, direction, colours);
    }
    y += Math.max(...row.map(legendHeight)) + GAP;
  }
  for (const note of notes) {
    write(note, SMALL, colours.quiet);
    y += 4;
  }
  return canvas;
}

/** SIMULATED, in its frame, where nobody overlooks it. */
function drawMark(
  context: CanvasRenderingContext2D,
  words: string,
  x: number,
  y: number,
  colours: PictureColours,
): void {
  context.font = MARK.font;
  const width = context.measureText(words).width + 16;
  context.fillStyle = colours.surface;
  context.fillRect(x, y, width, MARK.line);
  context.strokeStyle = colours.simulated;
  context.strokeRect(x + 0.5, y + 0.5, width - 1, MARK.line - 1);
  context.fillStyle = colours.simulated;
  context.save();
  context.textAlign = 'center';
  context.fillText(words, x + width / 2, y + MARK.line / 2);
  context.restore();
}
