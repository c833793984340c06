/** How a mark is drawn on the map and in its legend: never by its colour alone. */
export interface Swatch {
  readonly fill?: string;
  readonly stroke?: string;
  /** Lines across the fill. */
  readonly hatched?: boolean;
  readonly dashed?: boolean;
  readonly round?: boolean;
  /** A character in it. */
  readonly sign?: string;
}

/** What the colours of one layer mean. The page and exported pictures draw it from this. */
export type Legend = {
  readonly title: string;
  /** How strongly the layer is drawn, 0–1; its legend is drawn likewise (`legendStrength`). */
  readonly opacity: number;
} & (
  | {
      readonly form: 'ramp';
      /** CSS colours at even distances, from the low end to the high one. */
      readonly colours: readonly string[];
      /** Words below it; `at` is a share of its length. */
      readonly ticks: readonly { readonly at: number; readonly label: string }[];
    }
  | {
      readonly form: 'marks';
      readonly entries: readonly { readonly swatch: Swatch; readonly label: string }[];
    }
);

/** A layer that is hardly drawn still has a legend that can be read. */
export const legendStrength = ({ opacity }: Legend) => Math.max(0.3, opacity);
