import type { InputReport } from './ffmpeg-log.ts';
import { redactUrl } from './redact-url.ts';
import { SourceError, type SourceErrorCode } from './source-error.ts';
import type { SourceInput } from './source-input.ts';

/** How one run of ffmpeg ended. */
export interface RunOutcome {
  readonly input: SourceInput;
  readonly report: InputReport | null;
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of ffmpeg's log. */
  readonly lines: readonly string[];
  readonly framesRead: number;
  /** What the file itself says of its end. */
  readonly cutOff: boolean;
}

/** Signs in ffmpeg's log (4.1 to 8), most telling first; `SHOWN` stands for the source. */
const SIGNS: readonly (readonly [RegExp, SourceErrorCode, string])[] = [
  [
    /\b40[13] (Unauthorized|Forbidden)|authorization failed|access denied/i,
    'SOURCE_UNAUTHORISED',
    'SHOWN refused the user or the password.',
  ],
  [
    /\b40[04] (Not Found|Bad Request)|Server returned 404/i,
    'SOURCE_NOT_FOUND',
    'The host of SHOWN answers, but has no stream under this path.',
  ],
  [
    /PLAY failed: 45[45]|matches no streams|does not contain any stream/i,
    'SOURCE_NO_VIDEO_STREAM',
    'SHOWN carries no video.',
  ],
  [/Connection refused/i, 'SOURCE_UNREACHABLE', 'The host of SHOWN refuses the connection.'],
  [
    /resolve hostname|Name or service not known/i,
    'SOURCE_UNREACHABLE',
    'The host name of SHOWN is not known.',
  ],
  [
    /No route to host|Network is unreachable|Host is down/i,
    'SOURCE_UNREACHABLE',
    'There is no route to the host of SHOWN.',
  ],
  [/timed out|Operation timeout/i, 'SOURCE_UNREACHABLE', 'The host of SHOWN does not answer.'],
  [
    /Decoder .*not found|unknown codec|Unknown decoder/i,
    'SOURCE_CODEC_UNSUPPORTED',
    'The video of SHOWN uses a codec that this ffmpeg cannot decode.',
  ],
];

/**
 * The error that a run of ffmpeg ended with, or null where it came to its natural end. The sentences are
 * ours; of ffmpeg's own text only one redacted line is ever quoted.
 */
export function explainFailure(outcome: RunOutcome): SourceError | null {
  const { input, report, framesRead, exitCode } = outcome;
  const succeeded = exitCode === 0 && framesRead > 0;
  // ffmpeg reads any text as "ANSI art".
  if (report?.format === 'tty') return failure('SOURCE_NOT_VIDEO', `${input.shown} is no video.`);
  if (outcome.cutOff || endedEarly(outcome)) return failure('SOURCE_TRUNCATED', cutOffSentence(outcome));
  if (succeeded) {
    if (input.kind === 'file' || (input.kind === 'http' && report?.durationSeconds !== null)) return null;
    return failure('SOURCE_ENDED', `${input.shown} ended its stream.`);
  }
  if (report !== null && report.video === null) {
    return failure('SOURCE_NO_VIDEO_STREAM', `${input.shown} carries no video.`);
  }
  const errors = outcome.lines.filter((line) => /\[(error|fatal|warning)\]/.test(line));
  for (const [sign, code, sentence] of SIGNS) {
    if (errors.some((line) => sign.test(line))) return failure(code, sentence.replace('SHOWN', input.shown));
  }
  if (framesRead === 0 && outcome.signal === null) {
    const picture = report?.video;
    if (picture) {
      const reason = `The ${picture.codec} video of ${input.shown} could not be decoded.`;
      return failure('SOURCE_CODEC_UNSUPPORTED', reason);
    }
    if (input.kind === 'rtsp') {
      return failure('SOURCE_UNREACHABLE', `The host of ${input.shown} gave no answer that RTSP knows.`);
    }
    if (errors.some((line) => /Invalid data found/.test(line)) || exitCode === 0) {
      return failure('SOURCE_NOT_VIDEO', `${input.shown} is no video that can be read.`);
    }
  }
  return failure('SOURCE_FAILED', otherSentence(outcome, errors));
}

/** Some demuxers notice a missing end themselves. */
function endedEarly({ input, framesRead, lines }: RunOutcome): boolean {
  if (input.kind !== 'file' || framesRead === 0) return false;
  return lines.some((line) => /\[error\].*(partial file|File ended prematurely|Read error)/.test(line));
}

function failure(code: SourceErrorCode, message: string): SourceError {
  return new SourceError(code, message);
}

function cutOffSentence({ input, framesRead }: RunOutcome): string {
  return framesRead === 0
    ? `${input.shown} was cut off before anything that can be shown.`
    : `${input.shown} was cut off; what was before the cut was read (frames: ${framesRead}).`;
}

function otherSentence({ input, signal, exitCode }: RunOutcome, errors: readonly string[]): string {
  const how = signal === null ? `ended with code ${exitCode}` : `was ended by ${signal}`;
  const last = errors.at(-1)?.replace(/^(\[[^\]]*\] ?)+/, '');
  const said = last === undefined ? '' : `, saying: ${redactUrl(last.replaceAll(input.target, input.shown))}`;
  return `ffmpeg ${how} while it read ${input.shown}${said}${/[.!?]$/.test(said) ? '' : '.'}`;
}
