import { describe } from 'vitest';
import { inDemoRoom } from './in-demo-room.ts';
import { performanceTests } from './performance-tests.ts';
import { placesTests } from './places-tests.ts';

// Two areas in one demonstration: its start costs more than either of them.
inDemoRoom('what the authority does for the city, in a browser', (room) => {
  describe('service performance', () => performanceTests(room));
  describe('tickets about places', () => placesTests(room));
});
