import { ClockAcceptance, ClockState } from '@amaan/contracts/api/clock-state';
import type { App } from '../http/app.ts';
import type { ClockService } from '../ledger/clock-service.ts';
import { authorOf } from './actor.ts';

const tags = ['ledger'];

export function clockRoutes(app: App, clock: ClockService): void {
  app.get(
    '/api/clock',
    {
      config: { action: 'ledger.read' },
      schema: {
        tags,
        summary: 'How the server’s clock stands to the times that it has seen before',
        response: { 200: ClockState },
      },
    },
    () => clock.state(),
  );
  app.post(
    '/api/clock/accept',
    {
      config: { action: 'clock.accept' },
      schema: {
        tags,
        summary:
          'Ask to go on by the present time after the clock ran ahead, or confirm it as a second person',
        body: ClockAcceptance,
        response: { 200: ClockState },
      },
    },
    (request) => clock.accept(request.body.reason, authorOf(request)),
  );
}
