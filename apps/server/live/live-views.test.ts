import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { newIdentifier } from '@amaan/contracts/identifier';
import { LIVE_CLOSE_CODES } from '@amaan/contracts/redaction/live-close-codes';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Principal } from '../access/decide.ts';
import type { UnmaskGrants } from '../redaction/unmask-grants.ts';
import { LiveViews } from './live-views.ts';

const cameraId = newIdentifier();
const somebody = { id: 'somebody' } as Principal;

/** Grants as the test says. */
class ScriptedGrants implements UnmaskGrants {
  covered = false;
  failure: Error | null = null;
  readonly opened: boolean[] = [];
  readonly listeners = new Set<() => void>();
  readonly holds = new Set<() => void>();

  covers(): boolean {
    if (this.failure) throw this.failure;
    return this.covered;
  }

  async openLive(_by: Principal, _cameraId: string, begins: boolean) {
    if (this.failure) throw this.failure;
    if (!this.covered) return null;
    this.opened.push(begins);
    return {
      unmaskingId: newIdentifier(),
      hold: (end: () => void) => {
        this.holds.add(end);
        return () => this.holds.delete(end);
      },
    };
  }

  onChange(listener: () => void) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  change(covered: boolean): void {
    this.covered = covered;
    for (const listener of this.listeners) listener();
  }
}

/** A viewer's socket, as far as it is used. */
class TestSocket extends EventEmitter {
  readyState: number = WebSocket.OPEN;
  readonly sent: unknown[] = [];
  closing: readonly [number, string] | null = null;

  send(data: string): void {
    this.sent.push(JSON.parse(data));
  }

  close(code: number, reason: string): void {
    if (this.closing) return;
    this.closing = [code, reason];
    this.readyState = WebSocket.CLOSED;
    this.emit('close');
  }
}

let grants: ScriptedGrants;
let shown: string[];
let views: LiveViews;
let socket: TestSocket;
beforeEach(() => {
  grants = new ScriptedGrants();
  shown = [];
  socket = new TestSocket();
  views = new LiveViews({
    open: {
      picture: async () => ({ mediaType: 'image/jpeg', body: Readable.from('open') }),
      watch: () => void shown.push('open'),
    },
    masked: {
      picture: async () => ({ mediaType: 'image/jpeg', body: Buffer.from('masked') }),
      watch: () => void shown.push('masked'),
    },
    grants,
    now: Date.now,
    recheckMs: 5,
  });
});

const watch = () => views.watch(somebody, cameraId, socket as unknown as WebSocket);

describe('without a grant', () => {
  test('everybody sees the masked view and the masked picture', async () => {
    await watch();
    expect(shown).toEqual(['masked']);
    expect(socket.sent).toEqual([{ type: 'view', masked: true }]);
    expect(await text((await views.picture(somebody, cameraId)).body)).toBe('masked');
    expect(grants.opened).toEqual([]);
  });

  test('nothing is shown when it cannot be decided', async () => {
    grants.failure = new Error('The database is gone.');
    await watch();
    expect(shown).toEqual([]);
    expect(socket.closing?.[0]).toBe(1011);
    await expect(views.picture(somebody, cameraId)).rejects.toThrow('The database is gone.');
  });

  test('the masked view is ended when one is given, so that the viewer comes back', async () => {
    await watch();
    grants.change(true);
    await vi.waitFor(() => expect(socket.closing?.[0]).toBe(LIVE_CLOSE_CODES.UNMASKING_BEGAN));
    expect(grants.listeners.size).toBe(0);
  });
});

describe('with a grant', () => {
  beforeEach(() => {
    grants.covered = true;
  });

  test('the open view is shown, and each opening counts', async () => {
    await watch();
    expect(shown).toEqual(['open']);
    expect(socket.sent).toEqual([{ type: 'view', masked: false }]);
    expect(await text((await views.picture(somebody, cameraId)).body)).toBe('open');
    expect(grants.opened).toEqual([true, false]);
  });

  test.each([
    ['its time is over', () => [...grants.holds][0]!()],
    ['it is taken back', () => grants.change(false)],
    [
      'the person may no longer, which nobody announces',
      () => {
        grants.covered = false;
      },
    ],
    [
      'nobody can be asked any more',
      () => {
        grants.failure = new Error('The database is gone.');
      },
    ],
  ])('the open view ends when %s', async (_, happens) => {
    await watch();
    happens();
    await vi.waitFor(() => expect(socket.closing?.[0]).toBe(LIVE_CLOSE_CODES.UNMASKING_ENDED));
    expect([grants.listeners.size, grants.holds.size]).toEqual([0, 0]);
  });

  test('a viewer that has left meanwhile is shown nothing', async () => {
    const begun = watch();
    socket.close(1000, '');
    await begun;
    expect(shown).toEqual([]);
  });
});
