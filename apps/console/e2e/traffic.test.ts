import { consoleDist, prepareConsole } from '@amaan/cli/setup/prepare-console';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { SIGNAL_SUBJECTS, type SignalsLive } from '@amaan/contracts/traffic/signal-messages';
import { report } from '@amaan/server/testing/plate-camera';
import { signInAs } from '@amaan/server/testing/sign-in-as';
import { startTestServer, TEST_MODEL, type TestServer } from '@amaan/server/testing/start-test-server';
import {
  addTrafficCamera,
  approveTraffic,
  incidentSeen,
  laneMeasured,
  RECTANGLE,
  type TrafficCamera,
  twoLanes,
} from '@amaan/server/testing/traffic-camera';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { insertLaneMinutes } from '@amaan/store/traffic/lane-minutes';
import { testJunction } from '@amaan/traffic-management/signals/testing/test-junction';
import { trafficManagement } from '@amaan/traffic-management/system';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConsoleBrowser, chromiumPath, screenshot, withChromium } from './browser.ts';
import { addPerson, enterFirst, type RoomPerson } from './room-person.ts';

const MINUTE = 60_000;
/** Nobody saw these minutes of the last hour. */
const GAP = [20, 32] as const;
const REASON = 'Queues reach back to the bridge every evening';

describe.skipIf(!chromiumPath)(withChromium('traffic, measured and steered, in a browser'), () => {
  let postgres: TestDatabase;
  let server: TestServer;
  let browser: ConsoleBrowser;
  let supervisor: RoomPerson;
  let page: Page;
  let roads: TrafficCamera[];
  let corridorId: Identifier;
  let bareCameraId: Identifier;
  let junctionId: Identifier;

  beforeAll(async () => {
    await prepareConsole();
    postgres = await openTestDatabase();
    const model = { ...TEST_MODEL, id: trafficManagement.models[0]! };
    server = await startTestServer(postgres.db, { consoleDir: consoleDist, readModels: async () => [model] });
    await approveTraffic(server);
    const administrator = await signInAs(server, 'administrator');
    const engineer = await signInAs(server, 'supervisor');
    const place = { input: twoLanes({ calibration: RECTANGLE }) };
    roads = [
      await addTrafficCamera(server, administrator, engineer, { ...place, name: 'Mall Road' }),
      await addTrafficCamera(server, administrator, engineer, {
        ...{ ...place, name: 'Fawara Chowk' },
        position: [74.31, 31.5],
      }),
    ];
    const bare = await administrator.post('/api/cameras', { name: 'Canal Bank', url: 'rtsp://10.0.0.6/s1' });
    bareCameraId = bare.json().id;
    await measureAnHour(roads);
    await report(server, incidentSeen(roads[0]!));
    const { siteId } = roads[0]!.camera;
    const corridor = await engineer.post('/api/traffic/corridors', {
      ...{ name: 'Mall Road northbound', siteId },
      stops: roads.map(({ camera }, index) => ({
        ...{ cameraId: camera.id, approach: 'Northbound', metresFromLast: index === 0 ? null : 900 },
      })),
    });
    corridorId = corridor.json().id;
    const { id: _, ...definition } = testJunction();
    const junction = await engineer.post('/api/junctions', {
      ...{ siteId, definition: { ...definition, name: 'Fawara Chowk' }, note: 'First plan.' },
    });
    junctionId = junction.json().id;
    const url = await server.app.listen({ host: '127.0.0.1', port: 0 });
    browser = await ConsoleBrowser.launch(url);
    supervisor = await addPerson(server, 'supervisor', 'Sana Malik');
    page = await enterFirst(browser, supervisor, '/traffic');
  }, 400_000);

  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
    await postgres?.[Symbol.asyncDispose]();
  });

  /** An hour of minutes up to now on all lanes, with a gap; the fullest minutes are the last before it. */
  async function measureAnHour(cameras: readonly TrafficCamera[]): Promise<void> {
    const now = Math.floor(Date.now() / MINUTE) * MINUTE;
    const minutes = Array.from({ length: 58 }, (_, index) => index + 1).filter(
      (ago) => ago < GAP[0] || ago >= GAP[1],
    );
    const measured = cameras.flatMap((camera) =>
      minutes.flatMap((ago) =>
        ['near-1', 'near-2'].map((laneId) => {
          const vehicles = ago === GAP[1] ? 30 : 11;
          const delayMs = ago === GAP[1] ? 90_000 : 8_000;
          return laneMeasured(camera, laneId, now - ago * MINUTE, {
            ...{ counts: { car: vehicles }, speeds: vehicles, speedSum: vehicles * 4_000 },
            ...{ speedSquares: vehicles * 4_000 ** 2, speedHistogram: { '40': vehicles } },
            ...{ delays: vehicles, delaySumMs: vehicles * delayMs, delaySquares: vehicles * delayMs ** 2 },
          });
        }),
      ),
    );
    await server.db.transaction().execute((tx) => insertLaneMinutes(tx, measured));
  }

  test('the map’s table has every approach, and a corridor its place over time with gaps', async () => {
    await page.getByRole('link', { name: 'Corridors' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/traffic/corridors');
    await expect.poll(() => page.getByRole('row', { name: /Northbound/ }).count()).toBe(2);
    await page.getByRole('link', { name: /Mall Road northbound/ }).click();
    await page.getByRole('heading', { name: /Northbound was at its limit/ }).waitFor();
    await page.getByRole('heading', { name: /^Driving through took/ }).waitFor();
    await page.getByRole('button', { name: 'Show as a table' }).last().click();
    // What nobody saw is a dash in the table, and no zero.
    expect(await page.getByRole('cell', { name: '–' }).count()).toBeGreaterThanOrEqual(GAP[1] - GAP[0]);
    await page.getByText('Stopped vehicle').waitFor();
    const strip = page.getByRole('img', { name: /Northbound was at its limit/ });
    const box = (await strip.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.3, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/span=between/);
    expect(new URL(page.url()).searchParams.get('id')).toBe(corridorId);
    await screenshot(page, 'traffic-corridor');
  });

  test('a camera’s lanes show their last minute, and figures over time that say where there are none', async () => {
    await page.goto(`/traffic/lanes/${roads[0]!.camera.id}`);
    await page
      .getByRole('row', { name: /Near lane/ })
      .getByText('11')
      .waitFor();
    await page.getByRole('heading', { name: /^Flow was highest at 3,600/ }).waitFor();
    await page
      .getByRole('heading', { name: /1\d of \d\d intervals have no figure/ })
      .first()
      .waitFor();
    await page.getByRole('heading', { name: /100 % of them car/ }).waitFor();
    await page.getByText('Stopped vehicle').waitFor();
  });

  test('marks are refused in one sentence, then show the grid on the road and what speeds are worth', async () => {
    await page.goto(`/traffic/lanes/${bareCameraId}/view`);
    await page.getByRole('button', { name: 'Mark a rectangle' }).click();
    await page.getByLabel('Across the road').fill('7');
    await page.getByLabel('Along the road').fill('30');
    await drawShape([0.2, 0.4, 0.6, 0.8].map((x) => [x, 0.9]));
    await page.getByText('Three of the marks lie on one line').waitFor();
    await page.getByRole('button', { name: 'Remove: Corners' }).click();
    await page.getByRole('button', { name: 'Corners', exact: true }).click();
    await drawShape(RECTANGLE.corners);
    await page.getByText(/Speeds can be measured in \d+ %/).waitFor();
    const gridLines = () => page.locator('polyline[class*="grid"]').count();
    expect(await gridLines()).toBeGreaterThan(10);
    await screenshot(page, 'traffic-calibration');
  });

  test('a lane is drawn and saved as a version, its last line with the keyboard alone', async () => {
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Draw at least one lane.').waitFor();
    await page.getByRole('button', { name: 'Add lane' }).click();
    await drawShape([
      [0.45, 0.5],
      [0.55, 0.5],
      [0.7, 0.92],
      [0.3, 0.92],
      [0.45, 0.5],
    ]);
    await drawShape([
      [0.5, 0.52],
      [0.5, 0.9],
    ]);
    await page.getByText('Click both ends of the line across the lane').waitFor();
    await page.getByLabel('Drawing area over the picture').press('Enter');
    await page.getByText('Choose what to draw').waitFor();
    await page.getByText('Give it a name.').waitFor();
    await page.getByLabel('Name of the lane').fill('Kerb lane');
    await page.getByLabel('Approach').fill('Canal Road, southbound');
    await page.getByLabel('Why it is changed').fill('First drawing');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Version 1').waitFor();
    await page.getByText('First drawing').waitFor();
    const stored = await postgres.db
      .selectFrom('traffic_view')
      .select('body')
      .where('camera_id', '=', bareCameraId)
      .executeTakeFirstOrThrow();
    expect(stored.body.lanes[0]).toMatchObject({ name: 'Kerb lane', approach: 'Canal Road, southbound' });
    expect(stored.body.lanes[0]!.polygon).toHaveLength(4);
  });

  test('a junction shows its lights as they are pushed, and who may have it controlled', async () => {
    await page.goto(`/traffic/junctions?id=${junctionId}`);
    await page.getByText('Nothing is heard from signal control').waitFor();
    await expect
      .poll(async () => {
        server.workerBus.announce(SIGNAL_SUBJECTS.live, shows());
        return page.getByText('led by the fixed plan').count();
      })
      .toBe(1);
    await page.getByText('north has waited longest: 41 s.').waitFor();
    await page
      .getByRole('row', { name: /^north / })
      .getByText('6', { exact: true })
      .waitFor();

    const reviewer = await addPerson(server, 'traffic-reviewer', 'Bilal Aslam');
    const asking = await enterFirst(browser, reviewer, `/traffic/junctions?id=${junctionId}`);
    expect(await asking.getByRole('button', { name: 'Back to the fixed plan now' }).count()).toBe(0);
    await asking.getByRole('button', { name: 'Ask for control' }).click();
    const dialog = asking.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
    await dialog.getByText('Write at least 20 letters').waitFor();
    await dialog.getByLabel('Why control is needed here').fill(REASON);
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
    await asking.getByText('Another person of a higher role decides.').first().waitFor();
    await asking.context().close();

    await page.getByText(REASON).waitFor();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('Looked at the queues');
    await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByText('In force').waitFor();
    await screenshot(page, 'traffic-junction');
    await page.getByRole('button', { name: 'Back to the fixed plan now' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('Works on the road');
    await page.getByRole('dialog').getByRole('button', { name: 'Back to the fixed plan now' }).click();
    await page.getByText('Fixed plan ordered').waitFor();
  });

  test('every page fits a telephone in Urdu, and nothing of any page failed', async () => {
    const places = [
      '/traffic/corridors?id=now',
      `/traffic/corridors?id=${corridorId}`,
      '/traffic/lanes',
      `/traffic/lanes/${roads[0]!.camera.id}`,
      `/traffic/lanes/${bareCameraId}/view`,
      `/traffic/junctions?id=${junctionId}`,
      '/traffic/waves',
      '/traffic/what-if?junction=new',
      '/traffic/travel',
    ];
    // The tightest of all: the longer language at the narrowest width.
    const other = await browser.open({ language: 'ur', theme: 'light', width: 390, height: 844 });
    await other.context().addCookies(await page.context().cookies());
    for (const [index, place] of places.entries()) {
      await other.goto(place);
      await other.locator('h1:visible').first().waitFor();
      const overflow = await other.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, `${place} is wider than its window`).toBeLessThanOrEqual(0);
      await screenshot(other, `traffic-ur-390-${index}`);
    }
    expect(await other.locator('html').getAttribute('dir')).toBe('rtl');
    expect(browser.complaints).toEqual([]);
  });

  /** Clicks points over the picture, in fractions of it. */
  async function drawShape(points: readonly (readonly number[])[]): Promise<void> {
    const canvas = page.getByLabel('Drawing area over the picture');
    for (const [x, y] of points) {
      const { width, height } = (await canvas.boundingBox())!;
      await canvas.click({ position: { x: x! * width, y: y! * height } });
    }
  }

  /** What the process of signal control says each second. */
  function shows(): SignalsLive {
    const at = instantOf(Date.now());
    const { siteId } = roads[0]!.camera;
    return {
      ...{ processId: junctionId, at, waves: [] },
      junctions: [
        {
          ...{ junctionId, siteId, at, mode: 'advise', controller: 'max-pressure', shown: null },
          ...{
            decisionMs: 0.2,
            dataAge: 0.4,
            permitUntil: null,
            waveId: null,
            problem: null,
            simulated: true,
          },
          state: {
            ...{ stage: 'c', next: null, since: 12, lights: ['red', 'red', 'green', 'red'] },
            ...{ source: 'plan', fallback: null, forced: null },
          },
          proposal: {
            stage: 'a',
            reasons: [{ code: 'waited-longest', values: { lane: 'north', seconds: 41 } }],
          },
          lanes: [{ lane: 'north', vehicles: 8, queue: 6, dataAge: 0.4 }],
        },
      ],
    };
  }
});
