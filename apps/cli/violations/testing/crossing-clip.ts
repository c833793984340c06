import type { TestClips } from '@amaan/vision/sources/testing/test-clips';

/** The picture that cars are moved over, in pixels. */
const [WIDTH, HEIGHT] = [1280, 720];
/** The car's picture: how wide, and where its left edge is. */
const CAR = { width: 510, left: 300 };
/** Seconds: when the car comes, drives on, stands again and is gone. The clip goes on a little longer. */
const TIMES = { comes: 3, drives: 4, stands: 9, gone: 10, end: 13 };
/** Upper edge of its picture before and after, in pixels. */
const PLACES = { from: 20, to: 370 };
/** Until when the signal is green where it turns red at all. */
const RED_FROM = 2;

const LAMP = { left: 1150, size: 50 };
/** Upper edges of the two lamps. */
const LAMP_TOPS = { red: 60, green: 180 };
const COLOURS = {
  red: { lit: '0xff2010', dark: '0x301010' },
  green: { lit: '0x10ff90', dark: '0x102818' },
};

const lampBox = (top: number): [number, number, number, number] => [
  LAMP.left / WIDTH,
  top / HEIGHT,
  LAMP.size / WIDTH,
  LAMP.size / HEIGHT,
];

/** Where the lamps of the clip are, in fractions of the picture. */
export const CLIP_LAMPS = { red: lampBox(LAMP_TOPS.red), yellow: null, green: lampBox(LAMP_TOPS.green) };

/** Stop line and exit of the clip, and the lane that they lie in. */
export const CLIP_LINES = {
  entry: [
    [0.2, 0.62],
    [0.68, 0.62],
  ],
  exit: [
    [0.2, 0.85],
    [0.68, 0.85],
  ],
  lane: [
    [0.2, 0],
    [0.68, 0],
    [0.68, 1],
    [0.2, 1],
  ],
  travel: [
    [0.44, 0.1],
    [0.44, 0.95],
  ],
};

/**
 * A clip of a real car, cut from a photograph, that drives towards the camera over the stop line and the exit, beside two
 * lamps.
 * @param photo file of the photograph, which the car fills
 * @param signal whether the lamps turn red before it comes, or stay green
 */
export function crossingClip(
  clips: TestClips,
  name: string,
  photo: string,
  signal: 'red' | 'green',
): Promise<string> {
  const isRed = signal === 'red' ? `gte(t\\,${RED_FROM})` : '0';
  const lamp = (top: number, colour: string, enable: string) =>
    `drawbox=x=${LAMP.left}:y=${top}:w=${LAMP.size}:h=${LAMP.size}:color=${colour}:t=fill:enable='${enable}'`;
  const lamps = [
    lamp(LAMP_TOPS.red, COLOURS.red.lit, isRed),
    lamp(LAMP_TOPS.red, COLOURS.red.dark, `not(${isRed})`),
    lamp(LAMP_TOPS.green, COLOURS.green.lit, `not(${isRed})`),
    lamp(LAMP_TOPS.green, COLOURS.green.dark, isRed),
  ];
  const { comes, drives, stands, gone, end } = TIMES;
  const share = `clip((t-${drives})/${stands - drives}\\,0\\,1)`;
  const y = `${PLACES.from}+${PLACES.to - PLACES.from}*${share}`;
  const filter = [
    `[1]scale=${CAR.width}:-2,setsar=1[car]`,
    `[0]${lamps.join(',')}[road]`,
    `[road][car]overlay=x=${CAR.left}:y='${y}':enable='between(t\\,${comes}\\,${gone})'`,
  ];
  return clips.ffmpeg(name, [
    ...['-f', 'lavfi', '-i', `color=0x70706c:s=${WIDTH}x${HEIGHT}:r=25:d=${end}`],
    ...['-loop', '1', '-framerate', '25', '-t', String(end), '-i', photo],
    ...['-filter_complex', filter.join(';'), '-t', String(end)],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-g', '25'],
  ]);
}
