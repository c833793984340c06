import { PlateReader } from '@amaan/number-plates/plate-reader';
import { readerOptions } from '@amaan/number-plates/system';
import { serveInferenceThread } from '@amaan/vision/sessions/serve-inference-thread';
import type { PlateAnswer, PlateWork } from './plate-work.ts';

// The body of a thread that reads plates.

await serveInferenceThread<PlateWork, PlateAnswer>((sessions) => {
  const [finder, lines, recogniser] = sessions;
  const reader = new PlateReader(
    { finder: finder!, lines: lines!, recogniser: recogniser! },
    readerOptions('liveFinderSides'),
  );
  return ({ picture, skip, vehicles }, cameraId) =>
    reader.read(picture, cameraId, {
      vehicles: vehicles.map(([x, y, width, height]) => ({
        ...{ x: x * picture.width, y: y * picture.height },
        ...{ width: width * picture.width, height: height * picture.height },
      })),
      isSkipped: ({ x, y }) =>
        skip.some(([left, top, width, height]) => {
          const [across, down] = [x / picture.width - left, y / picture.height - top];
          return across >= 0 && across <= width && down >= 0 && down <= height;
        }),
    });
});
