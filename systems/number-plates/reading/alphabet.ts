/** What number plates are written with. */
export const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

const UPPER = [
  1221, 3588, 4244, 1220, 4381, 1219, 5128, 425, 3587, 2697, 5193, 3506, 3639, 3589, 4741, 1310, 4731, 5127,
  1217, 1381, 4497, 5405, 5033, 5200, 1218, 4136,
];
const LOWER = [
  4544, 3463, 4902, 5171, 3332, 4389, 4548, 3539, 3538, 5493, 4849, 2710, 5233, 4547, 4245, 4545, 2156, 1958,
  1033, 3333, 1034, 4922, 3537, 2993, 4546, 3316,
];
const DIGITS = [26, 93, 25, 94, 632, 631, 933, 29, 27, 1109];

/**
 * Where the recogniser's 6,625 classes hold these characters: lines of `ppocr_keys_v1.txt` of PaddleOCR, counted from
 * 1 (class 0 says that there is no character). Small letters count as capitals: no plate has them.
 */
export const CLASSES_OF: readonly (readonly number[])[] = [
  ...UPPER.map((upper, index) => [upper, LOWER[index]!]),
  ...DIGITS.map((digit) => [digit]),
];
