import { RoadMap } from '@amaan/contracts/api/road-map';
import type { App } from '../http/app.ts';
import type { RoadMapFile } from '../http/road-map-file.ts';

export function mapRoutes(app: App, map: RoadMapFile): void {
  app.get(
    '/api/map',
    {
      config: { action: 'camera.read' },
      schema: {
        tags: ['platform'],
        summary: 'The roads that lie under the cameras, as GeoJSON; none when no map was installed',
        response: { 200: RoadMap },
      },
    },
    () => map.read(),
  );
}
