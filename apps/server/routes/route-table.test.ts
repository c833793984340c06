import { createTestDatabase } from '@amaan/store/test-database';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Action } from '../access/actions.ts';
import { guardRoutes } from '../access/guard-routes.ts';
import type { App } from '../http/app.ts';
import { isRole, LETTERS, lettersOf } from '../testing/access-table.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { TestClient } from '../testing/test-client.ts';

/**
 * Reviewed by hand: every route, what it does, and who may do it. The letters stand in
 * `testing/access-table.ts`; `-` is everybody, with or without a session.
 */
const TABLE = `
POST   /api/auth/sign-in/username                public                   -
POST   /api/auth/sign-in/second-factor           public                   -
POST   /api/auth/sign-in/second-factor/passkey   public                   -
POST   /api/auth/sign-in/passkey/options         public                   -
POST   /api/auth/sign-in/passkey                 public                   -
POST   /api/auth/sign-out                        self.sign-out            ositngua..
GET    /api/me                                   self.read                ositngua..
POST   /api/me/password                          self.change-password     ositngua..
POST   /api/me/step-up                           self.step-up             ositngua..
POST   /api/me/step-up/passkey                   self.step-up             ositngua..
GET    /api/me/second-factor                     self.read                ositngua..
POST   /api/me/totp                              self.second-factor       ositngua..
POST   /api/me/totp/confirm                      self.second-factor       ositngua..
DELETE /api/me/totp                              self.second-factor       ositngua..
POST   /api/me/recovery-codes                    self.second-factor       ositngua..
POST   /api/me/passkeys/options                  self.second-factor       ositngua..
POST   /api/me/passkeys                          self.second-factor       ositngua..
PATCH  /api/me/passkeys/:id                      self.second-factor       ositngua..
DELETE /api/me/passkeys/:id                      self.second-factor       ositngua..
GET    /api/me/sessions                          self.sessions            ositngua..
DELETE /api/me/sessions                          self.sessions            ositngua..
DELETE /api/me/sessions/:id                      self.sessions            ositngua..
GET    /api/users                                user.read                .....gua..
POST   /api/users                                user.create              .......a..
PATCH  /api/users/:id                            user.change              .......a..
POST   /api/users/:id/one-time-password          user.change              .......a..
GET    /api/access/policies                      access.audit             .....gua..
GET    /api/access/report                        access.audit             .....gua..
GET    /api/cases                                case.read                .si.......
POST   /api/cases                                case.create              .si.......
GET    /api/cases/candidates                     case.read                .si.......
GET    /api/cases/:id                            case.read                .si.......
PATCH  /api/cases/:id                            case.change              .si.......
POST   /api/cases/:id/members                    case.change              .si.......
DELETE /api/cases/:id/members/:userId            case.change              .si.......
POST   /api/cases/:id/alerts                     case.change              .si.......
POST   /api/purposes                             purpose.state            .si.......
GET    /api/purposes/current                     purpose.state            .si.......
DELETE /api/purposes/current                     purpose.state            .si.......
GET    /api/users/:id/sessions                   user.change              .......a..
DELETE /api/users/:id/sessions/:session          user.change              .......a..
DELETE /api/users/:id/sessions                   user.change              .......a..
DELETE /api/users/:id/second-factor              user.change              .......a..
GET    /api/status                               status.read              ositnguacm
GET    /api/sites                                site.read                ositnguac.
POST   /api/sites                                site.change              .......a..
PATCH  /api/sites/:id                            site.change              .......a..
GET    /api/updates                              update.read              ositngua..
GET    /api/cameras                              camera.read              ositnguac.
POST   /api/cameras                              camera.create            .......ac.
GET    /api/cameras/:id                          camera.read              ositnguac.
PATCH  /api/cameras/:id                          camera.change            .......ac.
DELETE /api/cameras/:id                          camera.remove            .......a..
GET    /api/cameras/:id/picture                  camera.watch             os........
GET    /api/cameras/:id/live                     camera.watch             os........
POST   /api/cameras/:id/rules                    rule.create              os......c.
PUT    /api/cameras/:id/rules/:ruleId            rule.change              os........
DELETE /api/cameras/:id/rules/:ruleId            rule.remove              os........
GET    /api/roads                                camera.read              ositnguac.
GET    /api/alerts                               alert.read               osI.......
GET    /api/alerts/:id                           alert.read               osI.......
GET    /api/alerts/:id/steps                     alert.read               osI.......
POST   /api/alerts/:id/steps                     alert.handle             os........
GET    /api/plates/reads                         plate.watch              os........
POST   /api/plates/searches                      plate.search             .SI.......
GET    /api/plates/searches                      plate-search.read        .si.......
GET    /api/plates/searches/:id                  plate-search.read        .si.......
POST   /api/plates/journeys                      plate.search             .SI.......
POST   /api/plates/convoys                       plate.search             .SI.......
GET    /api/plates/retention                     monitoring.read          .s..ngua..
GET    /api/alerts/:id/reachable-cameras         alert.read               osI.......
GET    /api/sightings/:id                        sighting.read            osI.......
PUT    /api/sightings/:id/correction             sighting.correct         osI.......
GET    /api/sightings/:id/crop                   sighting.read            osI.......
GET    /api/sightings/:id/picture                sighting.read            osI.......
GET    /api/cases/:id/plate-holds                case.read                .si.......
POST   /api/cases/:id/plate-holds                case.change              .si.......
DELETE /api/cases/:id/plate-holds/:holdId        case.change              .si.......
GET    /api/monitoring                           monitoring.read          .s..ngua..
GET    /api/monitoring/detail                    monitoring.read          .s..ngua..
GET    /api/monitoring/runs                      monitoring.read          .s..ngua..
GET    /api/monitoring/rules                     monitoring.read          .s..ngua..
GET    /api/monitoring/rules/:id/versions        monitoring.read          .s..ngua..
POST   /api/monitoring/rules                     monitoring.change        .....g....
PUT    /api/monitoring/rules/:id                 monitoring.change        .....g....
GET    /api/monitoring/ground-truth              monitoring.read          .s..ngua..
POST   /api/monitoring/ground-truth              monitoring.change        .....g....
POST   /api/monitoring/references                monitoring.change        .....g....
GET    /api/performance                          performance.read         .s..ngu...
PUT    /api/performance/settings                 monitoring.change        .....g....
GET    /api/explain/:kind/:id                    alert.explain            osI..gu...
GET    /api/packs                                pack.read                .....gu.c.
POST   /api/packs                                pack.create              .....gu.c.
GET    /api/packs/:id                            pack.read                .....gu.c.
DELETE /api/packs/:id                            pack.remove              .....guac.
GET    /api/packs/:id/file                       pack.create              .....gu.c.
POST   /api/alerts/:id/review                    alert.review             os........
GET    /api/hotlists                             hotlist.read             osI.......
GET    /api/hotlists/matching                    system.read              ositnguac.
POST   /api/hotlists                             hotlist.write            .si.......
GET    /api/hotlists/:id                         hotlist.read             osI.......
PUT    /api/hotlists/:id                         hotlist.write            .si.......
POST   /api/hotlists/:id/close                   hotlist.write            .si.......
GET    /api/hotlists/:id/entries                 hotlist.read             osI.......
POST   /api/hotlists/:id/entries                 hotlist.write            .si.......
POST   /api/hotlists/:id/import                  hotlist.write            .si.......
POST   /api/hotlists/:id/entries/:entryId/decision hotlist.approve          .s........
DELETE /api/hotlists/:id/entries/:entryId        hotlist.write            .si.......
GET    /api/evidence/:observationId/:kind        evidence.read            osI.......
GET    /api/systems                              system.read              ositnguac.
GET    /api/systems/:id                          system.read              ositnguac.
PUT    /api/systems/:id/entry                    system.describe          .....g....
GET    /api/systems/:id/lifecycle                lifecycle.read           .s..nguac.
POST   /api/systems/:id/lifecycle/requests       lifecycle.request        .....g.a..
POST   /api/systems/:id/lifecycle/requests/:requestId/decisions lifecycle.approve .s...g....
POST   /api/systems/:id/lifecycle/requests/:requestId/withdraw lifecycle.request .....g.a..
GET    /api/systems/:id/validations              lifecycle.read           .s..nguac.
POST   /api/systems/:id/validations              validation.record        .....g.ac.
POST   /api/systems/:id/suspend                  system.suspend           .s...g.a..
POST   /api/systems/:id/resume                   system.resume            .s...g....
GET    /api/controls                             control.read             .s..nguac.
GET    /api/controls/statement                   control.read             .s..nguac.
GET    /api/controls/:standard/:id               control.read             .s..nguac.
PUT    /api/controls/:standard/:id               control.write            .....g....
GET    /api/systems/:id/suspensions              system.read              ositnguac.
GET    /api/camera-groups                        camera-group.read        ositngua..
POST   /api/camera-groups                        camera-group.change      .......a..
PATCH  /api/camera-groups/:id                    camera-group.change      .......a..
POST   /api/camera-groups/:id/cameras            camera-group.change      .......a..
GET    /api/records                              record.read              .s..ngua..
GET    /api/records/:id                          record.read              .s..ngua..
GET    /api/records/:id/history                  record.read              .s..ngua..
GET    /api/records/:id/comparison               record.read              .s..ngua..
GET    /api/records/:id/comparison/:earlier      record.read              .s..ngua..
GET    /api/assessments                          record.read              .s..ngua..
GET    /api/assessments/form                     record.read              .s..ngua..
GET    /api/assessments/impact-level             record.read              .s..ngua..
GET    /api/assessments/:id                      record.read              .s..ngua..
POST   /api/assessments                          assessment.write         .s...g....
PUT    /api/assessments/:id                      assessment.write         .s...g....
POST   /api/assessments/:id/submit               assessment.write         .s...g....
POST   /api/assessments/:id/decide               assessment.sign          .s...g....
POST   /api/assessments/:id/withdraw             assessment.sign          .s...g....
GET    /api/risks                                record.read              .s..ngua..
GET    /api/risks/guide                          record.read              .s..ngua..
GET    /api/risks/:id                            record.read              .s..ngua..
POST   /api/risks                                risk.write               .s...g....
PUT    /api/risks/:id                            risk.write               .s...g....
POST   /api/risks/:id/treat                      risk.write               .s...g....
POST   /api/risks/:id/accept                     risk.accept              .s...g....
POST   /api/risks/:id/close                      risk.accept              .s...g....
POST   /api/risks/:id/reopen                     risk.write               .s...g....
GET    /api/documents                            record.read              .s..ngua..
GET    /api/documents/:id                        record.read              .s..ngua..
POST   /api/documents                            document.write           .....g....
PUT    /api/documents/:id                        document.write           .....g....
POST   /api/documents/:id/approve                document.sign            .s...g....
POST   /api/documents/:id/withdraw               document.sign            .s...g....
GET    /api/documents/:id/file                   record.read              .s..ngua..
PUT    /api/documents/:id/file                   document.write           .....g....
GET    /api/incidents                            incident.read            .s..ngua..
POST   /api/incidents                            incident.write           .s...g.a..
POST   /api/alerts/:id/incidents                incident.write           .s...g.a..
POST   /api/concerns/:id/incidents              incident.write           .s...g.a..
GET    /api/incidents/:id                        incident.read            .s..ngua..
PUT    /api/incidents/:id                        incident.write           .s...g.a..
POST   /api/incidents/:id/steps                  incident.write           .s...g.a..
GET    /api/nonconformities                      incident.read            .s..ngua..
POST   /api/nonconformities                      incident.write           .s...g.a..
GET    /api/nonconformities/:id                  incident.read            .s..ngua..
PUT    /api/nonconformities/:id                  incident.write           .s...g.a..
POST   /api/nonconformities/:id/steps            incident.write           .s...g.a..
GET    /api/corrective-actions                   incident.read            .s..ngua..
POST   /api/corrective-actions                   incident.write           .s...g.a..
GET    /api/corrective-actions/:id               incident.read            .s..ngua..
PUT    /api/corrective-actions/:id               incident.write           .s...g.a..
POST   /api/corrective-actions/:id/steps         incident.write           .s...g.a..
GET    /api/audits                               audit.read               .....gu...
POST   /api/audits                               audit.write              ......u...
GET    /api/audits/:id                           audit.read               .....gu...
PUT    /api/audits/:id                           audit.write              ......u...
GET    /api/audits/programme                     audit.read               .....gu...
POST   /api/audits/:id/steps                     audit.step               .....gu...
POST   /api/audits/:id/sample                    audit.write              ......u...
PUT    /api/audits/:id/sample                    audit.write              ......u...
GET    /api/management-reviews                   management-review.read   .s...gu...
POST   /api/management-reviews                   management-review.write  .....g....
GET    /api/management-reviews/:id               management-review.read   .s...gu...
PUT    /api/management-reviews/:id               management-review.write  .....g....
POST   /api/management-reviews/:id/steps         management-review.write  .....g....
GET    /api/public/register                      public                   -
POST   /api/public/concerns                      public                   -
POST   /api/public/concerns/progress             public                   -
POST   /api/concerns                             concern.raise            ositngua..
GET    /api/concerns                             concern.read             .....gu...
GET    /api/concerns/:id                         concern.read             .....gu...
PUT    /api/concerns/:id/answer                  concern.handle           .....g....
POST   /api/concerns/:id/steps                   concern.handle           .....g....
GET    /api/training                             training.read            .s...gua..
POST   /api/training                             training.write           .s...g....
GET    /api/ledger                               ledger.read              os...guac.
GET    /api/ledger/checks                        ledger.read              os...guac.
GET    /api/ledger/entries                       ledger.read              os...guac.
GET    /api/ledger/entries/:index/proof          ledger.read              os...guac.
GET    /api/ledger/export                        ledger.export            .....guac.
GET    /api/clock                                ledger.read              os...guac.
POST   /api/clock/accept                         clock.accept             .s...g....
GET    /metrics                                  metrics.read             .......a.m
GET    /healthz                                  public                   -
GET    /api/openapi.json                         public                   -
GET    /*                                        public                   -
`;

interface Row {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly action: string;
  /** One letter or dot per role. */
  readonly who: string;
}

const rows: Row[] = TABLE.trim()
  .split('\n')
  .map((line) => line.split(/\s+/))
  .map(([method, url, action, who]) => ({ method, url, action, who }) as Row);

/** Ends in a refusal or an error before anything happens, once access was granted. */
const addressOf = ({ url }: Row) =>
  url
    .replace(':index', '999999')
    .replace('/*', '/')
    .replace('/explain/:kind', '/explain/alert')
    .replaceAll(/:\w+/g, '0195d5f0-0000-7000-8000-000000000000');

const COMMAND_LINE_TOKEN = 'token-of-the-command-line-in-this-test';
const MONITOR_TOKEN = 'token-of-the-metrics-collector';

/** Sends a request as somebody. */
type Sender = (method: Row['method'], url: string) => ReturnType<TestClient['request']>;

describe('every route', () => {
  let server: TestServer;
  const senders = new Map<string, Sender>();
  const cookies = new Map<string, string>();

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase(), {
      consoleDir: import.meta.dirname,
      monitorToken: MONITOR_TOKEN,
      commandLineToken: COMMAND_LINE_TOKEN,
    });
    const stranger = new TestClient(server.app);
    const program =
      (token: string): Sender =>
      (method, url) =>
        stranger.request(method, url, undefined, { authorization: `Bearer ${token}` });
    for (const [letter, role] of Object.entries(LETTERS)) {
      if (!isRole(role)) continue;
      const client = await signInAs(server, role);
      cookies.set(letter, client.cookie);
      senders.set(letter, (method, url) => client.request(method, url));
    }
    senders.set('c', program(COMMAND_LINE_TOKEN));
    senders.set('m', program(MONITOR_TOKEN));
    senders.set('nobody', (method, url) => stranger.request(method, url));
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  test('is in the reviewed table, and nothing else is', () => {
    const routes = server.app.guardedRoutes
      // HEAD is GET without the body.
      .filter(({ method }) => method !== 'HEAD')
      .map(({ method, url, action }) => `${method} ${url} ${action}`);
    const listed = rows.map(({ method, url, action }) => `${method} ${url} ${action}`);
    expect(routes.sort()).toEqual(listed.sort());
  });

  test.each(rows.filter(({ who }) => who !== '-'))('$method $url lets in $who', async (row) => {
    const stream = row.url === '/api/updates';
    for (const [letter, send] of senders) {
      // Would sign them out for the rows that follow.
      if (row.action === 'self.sign-out' && letter !== 'nobody') continue;
      // A stream does not end, so that it cannot be injected into: see below.
      if (stream && row.who.includes(letter)) continue;
      const response = await send(row.method, addressOf(row));
      const refused = [401, 403].includes(response.statusCode);
      const said = `${letter}: ${response.statusCode} ${response.body.slice(0, 200)}`;
      expect(refused, said).toBe(!row.who.includes(letter));
      if (!refused) continue;
      const code = letter === 'nobody' ? 'SIGN_IN_REQUIRED' : 'ACTION_FORBIDDEN';
      const needsPurpose = row.who.includes(letter.toUpperCase());
      expect(response.json().code, said).toBe(needsPurpose ? 'PURPOSE_REQUIRED' : code);
    }
  });

  test('updates are streamed to everybody who is signed in', async () => {
    const url = await server.app.listen({ host: '127.0.0.1', port: 0 });
    for (const cookie of [...cookies.values(), '']) {
      const stop = new AbortController();
      const response = await fetch(`${url}/api/updates`, { headers: { cookie }, signal: stop.signal });
      expect(response.status).toBe(cookie === '' ? 401 : 200);
      stop.abort();
    }
  });

  test('says who may what as the table of actions does', () => {
    for (const { url, action, who } of rows) {
      if (who !== '-') expect(who, `${url} ${action}`).toBe(lettersOf(action as Action));
    }
  });

  test('without an action fails at registration', () => {
    const app = Fastify() as unknown as App;
    guardRoutes(app, {
      sessions: server.services.sessions,
      publicOrigin: null,
      programTokens: { monitor: null, commandLine: null },
    });
    expect(() => app.get('/api/forgotten', () => 'x')).toThrow('GET /api/forgotten does not declare');
  });
});
