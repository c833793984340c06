import { readFile } from 'node:fs/promises';
import { RoadMap } from '@amaan/contracts/api/road-map';
import type { App } from '../http/app.ts';

/** @param file GeoJSON of the roads under the cameras; a deployment without it has an empty map. */
export function roadRoutes(app: App, file: string): void {
  app.get(
    '/api/roads',
    {
      config: { action: 'camera.read' },
      schema: {
        tags: ['cameras'],
        summary: 'The roads that the map draws (GeoJSON)',
        response: { 200: RoadMap },
      },
    },
    async () => {
      const text = await readFile(file, 'utf8').catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return EMPTY;
        throw error;
      });
      return RoadMap.parse(JSON.parse(text));
    },
  );
}

const EMPTY = '{"type":"FeatureCollection","features":[]}';
