import { readdir } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { AmaanError } from '@amaan/contracts/problem';
import type { ApiClient } from '../api-client.ts';
import { DemoCameras } from './demo-cameras.ts';
import { FIRST_RULE } from './first-rule.ts';

const VIDEO = new Set(['.mp4', '.mkv', '.avi', '.mov', '.ts', '.webm', '.m4v', '.mpg', '.mpeg']);

/**
 * Makes every video of a folder a camera that plays it over and over. One that is refused is reported, and
 * the rest are still added.
 * @throws AmaanError `MEDIA_FOLDER_MISSING`.
 */
export async function addMediaFolder(
  client: ApiClient,
  folder: string,
  log: (line: string) => void,
): Promise<void> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new AmaanError('MEDIA_FOLDER_MISSING', `The media folder ${folder} cannot be read.`, { cause });
  });
  const videos = names.filter((name) => VIDEO.has(extname(name).toLowerCase())).sort();
  if (videos.length === 0) log(`There is no video in ${folder}.`);
  const cameras = await DemoCameras.of(client);
  for (const video of videos) {
    const name = basename(video, extname(video)).replace(/[-_]+/g, ' ');
    try {
      const isNew = await cameras.add({ name, url: resolve(join(folder, video)) }, [FIRST_RULE]);
      if (isNew) log(`camera added: ${name}`);
    } catch (error) {
      log(`${video} was not added: ${error instanceof Error ? error.message : error}`);
    }
  }
}
