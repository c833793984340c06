const HEIGHT = 18;
const PADDING = 6;
const FONT = "500 12px 'Inter Variable', 'Noto Naskh Arabic', sans-serif";

const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null = null;

/** The size of an overlay label, in pixels. */
export function measureLabel(text: string): { width: number; height: number } {
  let width = widths.get(text);
  if (width === undefined) {
    context ??= document.createElement('canvas').getContext('2d');
    if (context) context.font = FONT;
    width = Math.ceil(context?.measureText(text).width ?? text.length * 7) + 2 * PADDING;
    // Labels hold a number each, so there may be many; the oldest are not worth keeping.
    if (widths.size > 500) widths.clear();
    widths.set(text, width);
  }
  return { width, height: HEIGHT };
}
