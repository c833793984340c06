/** How far the installation of one model is. */
export interface InstallProgress {
  readonly modelId: string;
  readonly step: 'download' | 'convert' | 'done';
  readonly receivedBytes: number;
  /** What the whole download is expected to be. */
  readonly totalBytes: number;
}
