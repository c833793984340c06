/** What is used of a font of `fontkit` (2.0.4), which `pdfkit` shapes text with. */
interface ShapedFont {
  readonly _layoutEngine?: { readonly engine?: { readonly GPOSProcessor?: PositionLookups | null } | null };
}

interface PositionLookups {
  applyAnchor(mark: { readonly markAnchor: unknown }, base: unknown, baseGlyph: number): void;
  applyLookup(kind: number, table: unknown): boolean;
}

class NoAnchor extends Error {}

const mended = new WeakSet<object>();

/**
 * Lets `fontkit` pass over marks that have no anchor on the letter before them. The OpenType specification lets such
 * anchors be left out (GPOS, MarkToBase: "NULL if there are no anchors"), and HarfBuzz then tries the next lookup;
 * fontkit fails with a TypeError instead, which most sentences in Nastaliq would run into.
 *
 * @param font of `pdfkit`'s embedded font; left as it is where its shaping is none of OpenType
 */
export function mendShaping(font: object): void {
  const lookups = (font as ShapedFont)._layoutEngine?.engine?.GPOSProcessor;
  if (lookups === undefined || lookups === null || mended.has(lookups)) return;
  mended.add(lookups);
  const { applyAnchor, applyLookup } = lookups;
  lookups.applyAnchor = function (mark, base, baseGlyph) {
    if (base === null || base === undefined || !mark.markAnchor) throw new NoAnchor();
    applyAnchor.call(this, mark, base, baseGlyph);
  };
  lookups.applyLookup = function (kind, table) {
    try {
      return applyLookup.call(this, kind, table);
    } catch (error) {
      if (error instanceof NoAnchor) return false;
      throw error;
    }
  };
}
