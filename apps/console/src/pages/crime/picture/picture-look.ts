/** Colours of the page, as CSS writes them. */
export interface PictureColours {
  readonly background: string;
  readonly surface: string;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly simulated: string;
}

/** As on the page, so that a saved picture reads like it. */
export const PICTURE_FONT = '"Inter Variable", "Noto Naskh Arabic", sans-serif';
