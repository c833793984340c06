import { stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { SourceError } from '@amaan/vision/sources/source-error';
import { isPicture } from './file-kind.ts';
import { notWritten, OutputFile } from './output-file.ts';
import { RedactError } from './redact-error.ts';
import type { RedactOptions } from './redact-options.ts';
import { redactPicture } from './redact-picture.ts';
import { redactVideo } from './redact-video.ts';
import type { RedactionReport } from './redaction-report.ts';

/**
 * Masks what identifies people in a picture or video. The result appears under its name only when it is whole; the
 * original is only read.
 *
 * @throws SourceError or AmaanError when the file cannot be read, RedactError when the result cannot be written or it was
 *   interrupted; nothing is left in these cases.
 */
export async function redactFile(
  file: string,
  out: string,
  options: RedactOptions,
): Promise<RedactionReport> {
  await assertFile(file);
  await using output = await OutputFile.begin(resolve(out));
  await using reportFile = options.writeReport ? await OutputFile.begin(`${resolve(out)}.json`) : null;
  try {
    const report = (await isPicture(file))
      ? await redactPicture(file, output, options)
      : await redactVideo(file, output, options, options.onTruncated);
    options.signal.throwIfAborted();
    const shown = { ...report, out };
    if (reportFile) await writeReport(reportFile, shown);
    await output.keep();
    await reportFile?.keep();
    return shown;
  } catch (error) {
    if (!options.signal.aborted) throw error;
    throw new RedactError(
      'REDACT_INTERRUPTED',
      `Stopped: nothing was written to ${out} in ${dirname(resolve(out))}.`,
      { cause: error },
    );
  }
}

async function assertFile(file: string): Promise<void> {
  const found = await stat(file).catch((cause) => {
    throw new SourceError('SOURCE_NOT_FOUND', `There is no file ${file} that can be read.`, { cause });
  });
  if (!found.isFile())
    throw new SourceError('SOURCE_UNREADABLE', `${file} is no file; give one picture or video.`);
  if (found.size === 0) throw new SourceError('SOURCE_NOT_VIDEO', `${file} is empty.`);
}

async function writeReport(file: OutputFile, report: RedactionReport): Promise<void> {
  try {
    await writeFile(file.temporary, `${JSON.stringify(report, null, 2)}\n`);
  } catch (cause) {
    throw notWritten(file.path, cause);
  }
}
