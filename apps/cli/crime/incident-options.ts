import { type Command, InvalidArgumentError } from 'commander';
import type { IncidentFileOptions } from './read-incidents.ts';

/** Adds what says how a file of incidents is written: the commands of `amaan crime` share it. */
export function withIncidentOptions(command: Command): Command {
  return withPlaceOptions(command)
    .option('--time <columns>', 'column of the time, or several divided by commas: YEAR,MONTH,DAY')
    .option('--time-until <columns>', 'columns of the latest time that it can have happened')
    .option('--time-zone <zone>', 'zone of the times, such as Asia/Karachi; taken as written without it')
    .option('--offence-column <column>', 'column that names the offence')
    .option('--offence <value>', 'only incidents of this offence');
}

/** Adds what says where the places of a file stand. */
export function withPlaceOptions(command: Command): Command {
  return command
    .option('--x <column>', 'column of the easting or longitude (its number in a file without names)')
    .option('--y <column>', 'column of the northing or latitude')
    .option('--crs <code>', 'system of the coordinates, such as EPSG:32643, or plane for metres anywhere')
    .option('--header', 'the first line names the columns (found without it)')
    .option('--no-header', 'the first line is a row already');
}

/** The options that `readIncidents` takes. */
export type IncidentFlags = IncidentFileOptions;

/** A number above 0. */
export function parseMetres(text: string): number {
  const metres = Number(text);
  if (text.trim() !== '' && metres > 0 && Number.isFinite(metres)) return metres;
  throw new InvalidArgumentError('It is a number of metres above 0.');
}

/** A whole number from 0 on. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(count)) return count;
  throw new InvalidArgumentError('It is a whole number from 0 on.');
}

/** A share between 0 and 1, neither of both. */
export function parseShare(text: string): number {
  const share = Number(text);
  if (text.trim() !== '' && share > 0 && share < 1) return share;
  throw new InvalidArgumentError('It is a number between 0 and 1.');
}
