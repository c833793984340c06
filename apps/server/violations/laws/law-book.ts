import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import { LawFile, type Province } from '@amaan/contracts/violations/law';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import { type FoundLaw, findLaw } from '@amaan/traffic-violations/law/find-law';
import { LAW_FILES } from '@amaan/traffic-violations/law/law-files';

/** `LAW_FILE_UNREADABLE`: a file of the authority is no law file. */
export class LawError extends AmaanError {}

/** Why there is no amount. */
export type NoLaw = { readonly missing: string };

/** The law in force: the project's files, and those of the authority, which stand before them. */
export class LawBook {
  readonly files: readonly LawFile[];
  readonly #province: Province;
  readonly #isUncheckedAllowed: boolean;

  /** @param options `allowUnchecked`: whether real challans may go by amounts that nobody has compared with the law */
  constructor(
    own: readonly LawFile[],
    options: { readonly province: Province; readonly allowUnchecked: boolean },
  ) {
    this.files = [...LAW_FILES, ...own];
    this.#province = options.province;
    this.#isUncheckedAllowed = options.allowUnchecked;
  }

  /** What an offence costs on its day, or why nobody knows. What was only simulated costs nobody anything. */
  find(offence: {
    readonly kind: ViolationKind;
    readonly at: Instant;
    readonly class: VehicleClass | null;
    readonly simulated: boolean;
  }): FoundLaw | NoLaw {
    const found = findLaw(this.files, { ...offence, province: this.#province });
    if (found === null) return { missing: `No law file of ${this.#province} says what it costs.` };
    const isEnough = found.law.standing.status === 'verified' || this.#isUncheckedAllowed;
    return isEnough || offence.simulated
      ? found
      : {
          missing: 'Nobody has compared the amount in the law file with the law; see what it says to check.',
        };
  }
}

/**
 * The law files of a folder, `*.json`, in the order of their names; an empty list where there is no such folder.
 * @throws LawError `LAW_FILE_UNREADABLE`, naming the file: a deployment does not start with half of its law
 */
export async function readLawFolder(folder: string): Promise<LawFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files: LawFile[] = [];
  for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
    const path = join(folder, name);
    try {
      files.push(LawFile.parse(JSON.parse(await readFile(path, 'utf8'))));
    } catch (error) {
      throw new LawError('LAW_FILE_UNREADABLE', `The law file ${path} cannot be used: ${whyOf(error)}`, {
        cause: error,
      });
    }
  }
  return files;
}

function whyOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
}
