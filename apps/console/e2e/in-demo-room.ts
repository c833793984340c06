import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, withChromium } from './browser.ts';
import { DemoRoom } from './demo-room.ts';

const START_MS = 400_000;

/**
 * A group of browser tests in one demonstration, which starts before them and ends after them; skipped by name where there
 * is no Chromium. At last it is held that nobody saw an uncaught error, and that nothing left the server.
 * @param tests writes them down; what it gets leads to the room once they run
 */
export function inDemoRoom(name: string, tests: (room: () => DemoRoom) => void): void {
  describe.skipIf(!chromiumPath)(withChromium(name), () => {
    let room: DemoRoom;

    beforeAll(async () => {
      room = await DemoRoom.open();
    }, START_MS);

    afterAll(() => room?.[Symbol.asyncDispose]());

    tests(() => room);

    test('nobody saw an uncaught error, and nothing left the server', () => {
      expect(room.browser.complaints).toEqual([]);
    });
  });
}
