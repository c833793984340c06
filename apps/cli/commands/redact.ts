import { MASK_STYLES, type MaskStyle } from '@amaan/contracts/redaction/masking';
import type { Command } from 'commander';
import { parseRate } from '../parse-rate.ts';

interface Options {
  readonly faces?: boolean;
  readonly plates?: boolean;
  readonly bodies?: boolean;
  readonly screens?: boolean;
  readonly style: MaskStyle;
  readonly analyse: number;
  readonly keepAudio?: boolean;
  readonly report?: boolean;
  readonly json?: boolean;
}

/** `amaan redact`. */
export function registerRedact(program: Command): void {
  program
    .command('redact')
    .description(
      'mask faces and number plates in a picture or video; the original is only read, sound and metadata are dropped',
    )
    .argument('<in>', 'a picture (JPEG, PNG, WebP) or a video')
    .argument('<out>', 'the masked file: .jpg, .png or .webp, or .mp4 for a video; it must not exist yet')
    .option('--faces', 'cover faces (with no kind named: faces and plates)')
    .option('--plates', 'cover number plates')
    .option('--bodies', 'cover whole people')
    .option('--screens', 'cover screens of televisions, laptops and telephones')
    .addOption(
      program
        .createOption('--style <style>', 'fill is the safest: nothing of what is covered is left')
        .choices(MASK_STYLES)
        .default('fill'),
    )
    .option('--analyse <frames>', 'frames per second of video to look at', parseRate, 5)
    .option('--keep-audio', 'keep the sound; voices identify people, so it is dropped otherwise')
    .option('--report', 'write the report beside the result as OUT.json as well')
    .option('--json', 'print the report as one JSON line; boxes are in pixels, times in milliseconds')
    .action(redact);
}

async function redact(file: string, out: string, options: Options): Promise<void> {
  const { redactFile } = await import('@amaan/redactor/files/redact-file');
  const { openEvaluationFinder } = await import('../redact/evaluation-finder.ts');
  const { reportFailure } = await import('../report-failure.ts');
  const { printJson } = await import('../print-rows.ts');
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, interrupt);
  try {
    const { faces, plates, bodies, screens, style, analyse } = options;
    const isNone = !faces && !plates && !bodies && !screens;
    const report = await redactFile(file, out, {
      openFinder: openEvaluationFinder,
      kinds: [
        ...(faces || isNone ? (['face'] as const) : []),
        ...(plates || isNone ? (['plate'] as const) : []),
        ...(bodies ? (['body'] as const) : []),
        ...(screens ? (['screen'] as const) : []),
      ],
      style,
      analyse,
      keepAudio: options.keepAudio === true,
      writeReport: options.report === true,
      signal: interruption.signal,
      onTruncated: (error) => {
        process.exitCode = reportFailure(error);
      },
    });
    if (options.json) {
      printJson(report);
      return;
    }
    const count = (kind: string) => report.covered.filter((thing) => thing.kind === kind).length;
    process.stdout.write(
      `${report.out}: ${report.frames} frames, ${report.analysed} looked at; covered: ${count('face')} faces, ${count('plate')} plates, ${count('body')} people, ${count('screen')} screens.\n`,
    );
    if (report.audio === 'dropped')
      process.stdout.write('Its sound was dropped, since voices identify people (--keep-audio keeps it).\n');
    if (report.look.length > 0) process.stdout.write('Before it leaves, look at:\n');
    for (const { timeMs, reason } of report.look)
      process.stdout.write(`  ${(timeMs / 1000).toFixed(1)} s  ${reason}\n`);
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, interrupt);
  }
}
