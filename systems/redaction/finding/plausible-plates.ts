import type { Box } from '@amaan/contracts/geometry';
import { grownBox } from '../covers/box-arithmetic.ts';
import type { Sighting } from '../sightings/sighting.ts';

/** What a plate is, by where it is and how it is shaped. */
export interface PlateRule {
  /**
   * On a vehicle, whose box is taken so much larger on each side: at most so large, as parts of the vehicle's, and at most
   * so many, the surest.
   */
  readonly onVehicle: {
    readonly room: number;
    readonly width: number;
    readonly height: number;
    readonly most: number;
  };
  /** Where no vehicle was found: at least so sure, so much wider than high, and at most such a part of the picture wide. */
  readonly alone: { readonly confidence: number; readonly aspect: number; readonly width: number };
}

/**
 * Of what the finder of plates takes for a plate, what may be one. The finder was made to miss nothing and has the reader
 * behind it, which throws out walls, kerbs and windows; this system reads nothing. A plate is on a vehicle and small
 * beside it; where no vehicle was found, which happens where it fills the picture, only what the finder is sure of and
 * what is shaped like a plate is left.
 *
 * @param plates boxes in fractions of the picture.
 * @param vehicles boxes of detected vehicles, in the same fractions.
 * @param size of the picture in pixels; only its shape matters.
 */
export function plausiblePlates(
  plates: readonly Sighting[],
  vehicles: readonly Box[],
  size: { readonly width: number; readonly height: number },
  { onVehicle, alone }: PlateRule,
): Sighting[] {
  const kept = new Set(
    vehicles.flatMap((vehicle) => {
      const room = grownBox(vehicle, onVehicle.room);
      return plates
        .filter(({ box }) => {
          const isSmall = box[2] <= onVehicle.width * vehicle[2] && box[3] <= onVehicle.height * vehicle[3];
          return isSmall && isWithin(box, room);
        })
        .toSorted((a, b) => b.confidence - a.confidence)
        .slice(0, onVehicle.most);
    }),
  );
  return plates.filter((plate) => {
    if (kept.has(plate)) return true;
    const [, , width, height] = plate.box;
    const aspect = (width * size.width) / (height * size.height);
    return plate.confidence >= alone.confidence && aspect >= alone.aspect && width <= alone.width;
  });
}

/** Whether the middle of a box lies in another. */
function isWithin([x, y, width, height]: Box, [left, top, across, down]: Box): boolean {
  const middle = x + width / 2;
  const level = y + height / 2;
  return middle >= left && middle <= left + across && level >= top && level <= top + down;
}
