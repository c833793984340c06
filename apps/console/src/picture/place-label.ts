/** A rectangle in pixels of the shown picture. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 3;

/**
 * Where a label goes so that it covers no object and stays in the picture: above its object, else below,
 * else beside it.
 * @param object the object that it names
 * @param taken other objects and the labels placed already
 * @returns null when there is no room; an object without a label is better than a label over a face.
 */
export function placeLabel(
  object: Rectangle,
  label: Size,
  picture: Size,
  taken: readonly Rectangle[],
): Rectangle | null {
  const atStart = clamp(object.x, 0, picture.width - label.width);
  const atEnd = clamp(object.x + object.width - label.width, 0, picture.width - label.width);
  const above = object.y - label.height - GAP;
  const below = object.y + object.height + GAP;
  const beside = clamp(object.y, 0, picture.height - label.height);
  const candidates = [
    { x: atStart, y: above },
    { x: atEnd, y: above },
    { x: atStart, y: below },
    { x: atEnd, y: below },
    { x: object.x + object.width + GAP, y: beside },
    { x: object.x - label.width - GAP, y: beside },
  ].map((corner) => ({ ...corner, ...label }));
  return (
    candidates.find(
      (candidate) =>
        isInside(candidate, picture) && [object, ...taken].every((other) => !overlap(candidate, other)),
    ) ?? null
  );
}

export function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isInside(rectangle: Rectangle, picture: Size): boolean {
  return (
    rectangle.x >= 0 &&
    rectangle.y >= 0 &&
    rectangle.x + rectangle.width <= picture.width &&
    rectangle.y + rectangle.height <= picture.height
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
