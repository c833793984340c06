import { digestOfBytes } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { type ContestFile, MOST_CONTEST_FILES } from '@amaan/contracts/violations/contest';
import {
  deleteContestFile,
  insertContestFile,
  listLooseFiles,
  type StoredContestFile,
} from '@amaan/store/contests/contest-files';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import { plainFileName } from '../../documents/plain-file-name.ts';
import { asHttpError, ConflictError, NotFoundError } from '../../http/http-errors.ts';
import { OneAtATime } from '../../one-at-a-time.ts';
import { cleanUpload } from '../../uploads/clean-upload.ts';

export interface ContestUploadsOptions {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly secrets: SecretBox;
  readonly now: () => number;
}

const LONGEST_NAME = 120;

/** Files that citizens bring: made harmless, sealed, and deleted again where no contest comes of them. */
export class ContestUploads {
  readonly #options: ContestUploadsOptions;
  /** One at a time: a picture takes memory while it is made anew, and nobody may take all of it. */
  readonly #line = new OneAtATime();

  constructor(options: ContestUploadsOptions) {
    this.#options = options;
  }

  /** What was brought for a contest that has not been sent. */
  async list(challanId: Identifier): Promise<ContestFile[]> {
    return (await listLooseFiles(this.#options.db, challanId)).map(fileView);
  }

  /**
   * Takes a file for a contest that is to be sent.
   * @throws HttpError 409 `FILES_ENOUGH`, and as `cleanUpload`
   */
  async add(challanId: Identifier, name: string, bytes: Buffer): Promise<ContestFile> {
    const { db, objects, secrets, now } = this.#options;
    const { mediaType, content } = await this.#line.run(() => cleanUpload(bytes));
    const id = newIdentifier();
    const sealed = secrets.sealBytes(content, contextOf(id));
    const file: StoredContestFile = {
      ...{ id, challanId, mediaType, contestId: null },
      name: plainFileName(name, LONGEST_NAME),
      bytes: content.length,
      digest: digestOfBytes(content),
      objectDigest: digestOfBytes(sealed),
      addedAt: instantOf(now()),
    };
    // The row comes before the object, so that a crash leaves nothing that no row names.
    const isRoom = await db.transaction().execute((tx) => insertContestFile(tx, file, MOST_CONTEST_FILES));
    if (!isRoom)
      throw new ConflictError(
        'FILES_ENOUGH',
        `${MOST_CONTEST_FILES} files are there already; nothing was stored. Remove one first.`,
      );
    try {
      await objects.put(sealed);
    } catch (error) {
      await deleteContestFile(db, id);
      throw error;
    }
    return fileView(file);
  }

  /** Takes a file back that no contest has. @throws NotFoundError `FILE_NOT_FOUND` */
  async remove(challanId: Identifier, fileId: Identifier): Promise<void> {
    const files = await listLooseFiles(this.#options.db, challanId);
    const file = files.find(({ id }) => id === fileId);
    if (file === undefined) throw new NotFoundError('file');
    await this.forget(file);
  }

  /** The content of a file, unsealed. @throws HttpError 404 `OBJECT_NOT_FOUND` where the store has lost it */
  async read(file: Pick<StoredContestFile, 'id' | 'objectDigest'>): Promise<Buffer> {
    const { objects, secrets } = this.#options;
    const sealed = await objects.get(file.objectDigest).catch((error: unknown) => {
      throw asHttpError(error, { OBJECT_NOT_FOUND: 404 });
    });
    return secrets.openBytes(sealed, contextOf(file.id));
  }

  /** Deletes a file for good: its object first, so that a crash in between leaves a row to find it by. */
  async forget(file: Pick<StoredContestFile, 'id' | 'objectDigest'>): Promise<void> {
    await this.#options.objects.remove(file.objectDigest);
    await deleteContestFile(this.#options.db, file.id);
  }
}

/** A file as it is shown. */
export function fileView({ id, name, mediaType, bytes, addedAt }: StoredContestFile): ContestFile {
  return { id, name, mediaType, bytes, addedAt };
}

function contextOf(fileId: Identifier): string {
  return `contest file ${fileId}`;
}
