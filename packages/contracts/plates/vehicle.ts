import { z } from 'zod';
import { Box } from '../geometry.ts';
import { ObjectClass } from '../object-class.ts';

/** Colours that a vehicle can be told by; dark blue and black, silver and white meet in the dark. */
export const VEHICLE_COLOURS = [
  'white',
  'silver',
  'grey',
  'black',
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'brown',
] as const;
export const VehicleColour = z.enum(VEHICLE_COLOURS);
export type VehicleColour = z.infer<typeof VehicleColour>;

/** Which way a vehicle moves on the picture. */
export const HEADINGS = ['towards', 'away', 'left', 'right'] as const;
export const Heading = z.enum(HEADINGS);
export type Heading = z.infer<typeof Heading>;

/** What was seen of the vehicle that carries a plate. Null is not known, never a guess. */
export const VehicleAttributes = z.object({
  class: ObjectClass.nullable(),
  classConfidence: z.number().min(0).max(1),
  colour: VehicleColour.nullable(),
  colourConfidence: z.number().min(0).max(1),
  heading: Heading.nullable(),
  /** Null for a plate without a detected vehicle. */
  box: Box.nullable(),
});
export type VehicleAttributes = z.infer<typeof VehicleAttributes>;
