/** What ffmpeg's log says of the input, before the first frame. */
export interface InputReport {
  /** Demuxer, for example `mov,mp4,m4a,3gp,3g2,mj2`, `rtsp`, `mpjpeg`. */
  readonly format: string;
  readonly durationSeconds: number | null;
  /** When the recording was made, by its own account; Unix time in milliseconds. */
  readonly createdAt: number | null;
  /** Null where the input has no pictures. */
  readonly video: VideoReport | null;
}

export interface VideoReport {
  readonly codec: string;
  readonly pixelFormat: string;
  /** Upright, in pixels; 0 where the input does not say. */
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number | null;
}

/** One frame that left the filter: its time in seconds and its size in pixels. */
export interface FrameReport {
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
}

export interface LogListener {
  /** The input is known; called once, before any frame. */
  onInput(input: InputReport): void;
  onFrame(frame: FrameReport): void;
}

const LINES_KEPT = 60;
const FRAME = /^\[Parsed_showinfo_\d+ @ \w+\] \[info\] n: *\d+ pts: *(-?\d+|NOPTS) .* s:(\d+)x(\d+) /;
const SHOWINFO = /^\[Parsed_showinfo_/;

/**
 * Reads ffmpeg's log as it is written: the description of the input, one line per frame from `showinfo`
 * (whose time base is microseconds), and the last of everything else, for whoever explains a failure.
 */
export class FfmpegLog {
  readonly #listener: LogListener;
  #rest = '';
  #kept: string[] = [];
  #header: string[] | null = [];
  #lastSeconds = 0;

  constructor(listener: LogListener) {
    this.#listener = listener;
  }

  /** The last lines that were not about single frames, oldest first. */
  get lines(): readonly string[] {
    return this.#kept;
  }

  write(text: string): void {
    const lines = (this.#rest + text).split(/[\r\n]+/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#read(line);
  }

  /** No more text will come. */
  end(): void {
    if (this.#rest !== '') this.#read(this.#rest);
    this.#rest = '';
    this.#closeHeader();
  }

  #read(line: string): void {
    if (SHOWINFO.test(line)) {
      const frame = FRAME.exec(line);
      if (frame !== null) this.#readFrame(frame);
      return;
    }
    this.#kept.push(line);
    if (this.#kept.length > LINES_KEPT) this.#kept.shift();
    if (/^\[info\] (Stream mapping:|Output #0)/.test(line)) this.#closeHeader();
    else this.#header?.push(line);
  }

  #readFrame([, pts, width, height]: RegExpExecArray): void {
    this.#closeHeader();
    // A frame without a time keeps its place behind the one before.
    if (pts !== 'NOPTS') this.#lastSeconds = Number(pts) / 1e6;
    this.#listener.onFrame({ seconds: this.#lastSeconds, width: Number(width), height: Number(height) });
  }

  #closeHeader(): void {
    const header = this.#header;
    this.#header = null;
    const input = header === null ? null : parseInput(header);
    if (input !== null) this.#listener.onInput(input);
  }
}

function parseInput(lines: readonly string[]): InputReport | null {
  const text = lines.join('\n');
  const start = /^\[info\] Input #0, (.+?), from /m.exec(text);
  if (start === null) return null;
  const duration = /^\[info\] +Duration: (\d+):(\d+):(\d+\.\d+)/m.exec(text);
  const created = /creation_time +: (\S+)/.exec(text)?.[1];
  const createdAt = created === undefined ? Number.NaN : Date.parse(created);
  return {
    format: start[1] ?? '',
    durationSeconds:
      duration === null ? null : Number(duration[1]) * 3600 + Number(duration[2]) * 60 + Number(duration[3]),
    // Cameras without a clock write the epoch of their container.
    createdAt: createdAt > 0 ? createdAt : null,
    video: parseVideo(lines),
  };
}

function parseVideo(lines: readonly string[]): VideoReport | null {
  const at = lines.findIndex(
    (line) => /Stream #0:\d+.*: Video: /.test(line) && !line.includes('attached pic'),
  );
  if (at < 0) return null;
  const stream = (lines[at] ?? '').replace(/^.*?: Video: /, '');
  const fields = withoutBrackets(stream)
    .split(',')
    .map((field) => field.trim());
  const size = /(?:^|, )(\d+)x(\d+)/.exec(stream);
  const rate = /, ([\d.]+) fps/.exec(stream)?.[1];
  const end = lines.findIndex((line, index) => index > at && line.includes('Stream #0:'));
  const rest = lines.slice(at + 1, end < 0 ? lines.length : end).join('\n');
  const turned = Math.round(Number(/rotation of (-?[\d.]+) degrees/.exec(rest)?.[1] ?? 0) / 90) % 2 !== 0;
  const [width, height] = [Number(size?.[1] ?? 0), Number(size?.[2] ?? 0)];
  return {
    codec: fields[0]?.split(' ')[0] ?? '',
    pixelFormat: fields[1] ?? '',
    width: turned ? height : width,
    height: turned ? width : height,
    framesPerSecond: rate === undefined ? null : Number(rate),
  };
}

/** ffmpeg puts profiles, tags and colour spaces in nested brackets, with commas of their own. */
function withoutBrackets(text: string): string {
  let before: string;
  let after = text;
  do {
    before = after;
    after = before.replace(/\([^()]*\)/g, '');
  } while (after !== before);
  return after;
}
