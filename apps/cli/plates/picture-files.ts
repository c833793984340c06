import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { AmaanError } from '@amaan/contracts/problem';

const PICTURES = new Set(['.jpg', '.jpeg', '.png', '.webp', '.tif', '.tiff', '.avif', '.gif']);

/**
 * The files that paths name: files as they are, whatever their name says, and of folders the pictures in them and in
 * their folders, by name.
 *
 * @param onFailure told of paths that are not there; the others are still done.
 */
export async function pictureFiles(
  paths: readonly string[],
  onFailure: (error: AmaanError) => void,
): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    try {
      if (!(await stat(path)).isDirectory()) {
        files.push(path);
        continue;
      }
      const inside = await readdir(path, { recursive: true, withFileTypes: true });
      const pictures = inside.filter(
        (entry) => entry.isFile() && PICTURES.has(extname(entry.name).toLowerCase()),
      );
      if (pictures.length === 0) {
        onFailure(new AmaanError('NO_PICTURES', `The folder ${path} holds no pictures (JPEG, PNG, WebP).`));
      }
      files.push(...pictures.map(({ parentPath, name }) => join(parentPath, name)).sort());
    } catch (cause) {
      onFailure(new AmaanError('FILE_NOT_FOUND', `${path} cannot be found or opened.`, { cause }));
    }
  }
  return files;
}
