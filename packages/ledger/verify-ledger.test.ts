import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signCheckpoint } from './checkpoint.ts';
import { inBatches, type LedgerFixture, ledgerFixture, toVerify, withBitTurned } from './ledger-fixture.ts';
import { isCanonicalJson, leafHashOfText, ledgerLeaf } from './ledger-leaf.ts';
import { hashLeaf } from './merkle-tree.ts';
import { appendLeaves, EMPTY_TREE } from './tree-storage.ts';
import { type StoredRecord, verifyLedger } from './verify-ledger.ts';

const SIZE = 21;
const CHECKPOINTS = [5, 8, 16, 20];

/** The ledger after a change, and what verification makes of it. */
async function faultsAfter(change: (ledger: LedgerFixture) => void) {
  const ledger = ledgerFixture(SIZE, CHECKPOINTS);
  change(ledger);
  return (await verifyLedger(toVerify(ledger))).faults;
}

/** Turns one bit of a text’s UTF-8 bytes; null when that is no text any more. */
function textWithBitTurned(text: string, bit: number): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      withBitTurned(Buffer.from(text), bit),
    );
  } catch {
    return null;
  }
}

/** A record with its leaf hash made anew, as an attacker would. */
function forged(index: number, text: string): StoredRecord {
  return { index, text, leafHash: leafHashOfText(text) };
}

describe('verifyLedger', () => {
  it('finds nothing wrong with a ledger as it was written', async () => {
    for (const size of [0, 1, 2, 7, SIZE, 64]) {
      const ledger = ledgerFixture(size, CHECKPOINTS);
      for (const batch of [1, 3, 1000]) {
        const verdict = await verifyLedger(toVerify(ledger, batch));
        expect(verdict).toMatchObject({ size, faults: [] });
        expect(verdict.signedSize).toBe(CHECKPOINTS.findLast((signed) => signed <= size) ?? 0);
      }
    }
  });

  it('names the entry whose text has one bit turned, whichever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(SIZE - 1), fc.nat(10_000), async (index, bit) => {
        const [fault] = await faultsAfter((ledger) => {
          const { text, leafHash } = ledger.records[index]!;
          const changed = textWithBitTurned(text, bit) ?? `${text} `;
          ledger.records[index] = { index, text: changed, leafHash };
        });
        expect(fault).toMatchObject({ code: 'LEDGER_LEAF_MISMATCH', entries: [index, index] });
      }),
    );
  });

  it('names the entry whose stored leaf hash has one bit turned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(SIZE - 1), fc.nat(255), async (index, bit) => {
        const [fault] = await faultsAfter((ledger) => {
          const record = ledger.records[index]!;
          ledger.records[index] = { ...record, leafHash: withBitTurned(record.leafHash, bit) };
        });
        expect(fault).toMatchObject({ code: 'LEDGER_LEAF_MISMATCH', entries: [index, index] });
      }),
    );
  });

  it('names the entries under a node that has one bit turned or is missing', async () => {
    const nodes = ledgerFixture(SIZE, []).nodes.length;
    await fc.assert(
      fc.asyncProperty(fc.nat(nodes - 1), fc.option(fc.nat(255)), async (at, bit) => {
        const node = ledgerFixture(SIZE, []).nodes[at]!;
        const [fault] = await faultsAfter((ledger) => {
          if (bit === null) ledger.nodes.splice(at, 1);
          else ledger.nodes[at] = { ...node, hash: withBitTurned(node.hash, bit) };
        });
        const first = node.index * 2 ** node.level;
        expect(fault).toMatchObject({
          code: 'LEDGER_NODE_MISMATCH',
          entries: [first, first + 2 ** node.level - 1],
        });
      }),
    );
  });

  it('finds every changed character of a checkpoint', async () => {
    const [note = ''] = ledgerFixture(SIZE, CHECKPOINTS).checkpoints;
    for (let at = 0; at < note.length; at++) {
      const changed = note.slice(0, at) + String.fromCharCode(note.charCodeAt(at) ^ 1) + note.slice(at + 1);
      const faults = await faultsAfter((ledger) => {
        ledger.checkpoints[0] = changed;
      });
      expect(faults).toMatchObject([{ code: 'LEDGER_CHECKPOINT_INVALID', entries: null }]);
    }
  });

  it('finds a changed state', async () => {
    const frontierChanged = await faultsAfter((ledger) => {
      const frontier = ledger.state.frontier.with(1, withBitTurned(ledger.state.frontier[1]!, 9));
      ledger.state = { ...ledger.state, frontier };
    });
    expect(frontierChanged).toMatchObject([{ code: 'LEDGER_STATE_MISMATCH' }]);
    const shorter = await faultsAfter((ledger) => {
      ledger.state = EMPTY_TREE;
    });
    expect(shorter).toMatchObject([{ code: 'LEDGER_STATE_MISMATCH' }]);
    const longer = await faultsAfter((ledger) => {
      ledger.state = { ...ledger.state, size: SIZE + 2 };
    });
    expect(longer).toMatchObject([{ code: 'LEDGER_TRUNCATED', entries: [SIZE, SIZE + 1] }]);
  });

  it('names the first missing entry', async () => {
    for (let index = 0; index < SIZE - 1; index++) {
      const [fault] = await faultsAfter((ledger) => void ledger.records.splice(index, 1));
      expect(fault).toMatchObject({ code: 'LEDGER_GAP', entries: [index, index] });
    }
    const [fault] = await faultsAfter((ledger) => void ledger.records.splice(4, 3));
    expect(fault).toMatchObject({ code: 'LEDGER_GAP', entries: [4, 6] });
  });

  it('names the first doubled entry and entries out of turn', async () => {
    const [doubled] = await faultsAfter((ledger) => void ledger.records.splice(7, 0, ledger.records[6]!));
    expect(doubled).toMatchObject({ code: 'LEDGER_DUPLICATE', entries: [7, 7] });
    const [swapped] = await faultsAfter(({ records }) => {
      [records[9], records[10]] = [records[10]!, records[9]!];
    });
    expect(swapped).toMatchObject({ code: 'LEDGER_GAP', entries: [9, 9] });
  });

  it('says that a ledger is shorter than what was signed', async () => {
    const faults = await faultsAfter((ledger) => {
      ledger.records = ledger.records.slice(0, 18);
      ledger.state = appendLeaves(
        EMPTY_TREE,
        ledger.records.map(({ leafHash }) => leafHash),
      ).state;
    });
    expect(faults).toMatchObject([{ code: 'LEDGER_TRUNCATED', entries: [18, 19] }]);
  });

  it('names an entry that is not canonical JSON though its hash is right', async () => {
    for (const rewrite of [
      (text: string) => ` ${text}`,
      (text: string) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse())),
      (text: string) => text.slice(0, -1),
    ]) {
      const [fault] = await faultsAfter((ledger) => {
        ledger.records[SIZE - 1] = forged(SIZE - 1, rewrite(ledger.records[SIZE - 1]!.text));
      });
      expect(fault).toMatchObject({ code: 'LEDGER_NOT_CANONICAL', entries: [SIZE - 1, SIZE - 1] });
    }
  });

  describe('against somebody who makes all hashes anew', () => {
    const rewritten = (index: number, signedAnew: readonly number[] = []): LedgerFixture => {
      const ledger = ledgerFixture(SIZE, CHECKPOINTS);
      const { text } = ledgerLeaf({ ...JSON.parse(ledger.records[index]!.text), actor: 'user:2' });
      ledger.records[index] = forged(index, text);
      ledger.nodes = [];
      let state = EMPTY_TREE;
      for (const { leafHash } of ledger.records) {
        const grown = appendLeaves(state, [leafHash]);
        ledger.nodes.push(...grown.newNodes);
        state = grown.state;
        const at = CHECKPOINTS.indexOf(state.size);
        if (!signedAnew.includes(state.size)) continue;
        ledger.checkpoints[at] = signCheckpoint({ size: state.size, root: grown.root }, ledger.signer);
      }
      ledger.state = state;
      return ledger;
    };

    it('finds it between two checkpoints', async () => {
      for (let index = 0; index < 20; index++) {
        const { faults, signedSize } = await verifyLedger(toVerify(rewritten(index)));
        const end = CHECKPOINTS.find((size) => size > index)!;
        const begin = CHECKPOINTS.findLast((size) => size <= index) ?? 0;
        expect(faults).toMatchObject([{ code: 'LEDGER_CHECKPOINT_MISMATCH', entries: [begin, end - 1] }]);
        expect(signedSize).toBe(begin);
      }
    });

    it('finds the half of it without all of the nodes', async () => {
      const ledger = rewritten(6);
      const { faults } = await verifyLedger(
        toVerify({ ...ledger, nodes: ledgerFixture(SIZE, CHECKPOINTS).nodes }),
      );
      expect(faults[0]).toMatchObject({ code: 'LEDGER_NODE_MISMATCH', entries: [6, 7] });
    });

    it('finds the fork when the key signed the new history too', async () => {
      const { faults } = await verifyLedger(toVerify(rewritten(6, [16, 20])));
      expect(faults).toMatchObject([{ code: 'LEDGER_FORKED' }]);
      const ledger = rewritten(6, CHECKPOINTS);
      expect((await verifyLedger(toVerify(ledger))).faults).toEqual([]);
      ledger.checkpoints.push(ledgerFixture(SIZE, [16]).checkpoints[0]!);
      expect((await verifyLedger(toVerify(ledger))).faults).toMatchObject([{ code: 'LEDGER_FORKED' }]);
    });

    it('puts the first of several faults first', async () => {
      const ledger = rewritten(2);
      const record = ledger.records[10]!;
      ledger.records[10] = { ...record, text: `${record.text} ` };
      const { faults } = await verifyLedger(toVerify(ledger));
      expect(faults).toMatchObject([
        { code: 'LEDGER_CHECKPOINT_MISMATCH', entries: [0, 4] },
        { code: 'LEDGER_LEAF_MISMATCH', entries: [10, 10] },
      ]);
    });
  });

  it('takes no checkpoint of another key or another log', async () => {
    const ledger = ledgerFixture(SIZE, CHECKPOINTS);
    const strangers = { name: 'example.com/other', privateKey: ledger.signer.privateKey };
    ledger.checkpoints.push(signCheckpoint({ size: 1, root: ledger.records[0]!.leafHash }, strangers));
    const { faults } = await verifyLedger(toVerify(ledger));
    expect(faults).toMatchObject([{ code: 'LEDGER_CHECKPOINT_INVALID' }]);
  });

  it('passes the errors of its sources on', async () => {
    const ledger = toVerify(ledgerFixture(SIZE, CHECKPOINTS));
    const broken = async function* () {
      yield* inBatches([], 1);
      throw new Error('the disk is gone');
    };
    await expect(verifyLedger({ ...ledger, records: broken() })).rejects.toThrow('the disk is gone');
  });
});

describe('ledgerLeaf', () => {
  it('hashes the UTF-8 bytes of the canonical text as an RFC 9162 leaf', () => {
    const { text, leafHash } = ledgerLeaf({
      kind: 'camera.added',
      subject: 'camera:1',
      at: '2026-03-01T08:15:30.250Z',
      actor: 'user:1',
      data: { b: 'دروازہ', a: [1.0, null] },
    });
    expect(text).toBe(
      '{"actor":"user:1","at":"2026-03-01T08:15:30.250Z","data":{"a":[1,null],"b":"دروازہ"},' +
        '"kind":"camera.added","subject":"camera:1"}',
    );
    expect(leafHash).toEqual(hashLeaf(Buffer.from(text)));
  });
});

describe('isCanonicalJson', () => {
  it('accepts what canonicalize writes and nothing else that means the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, indented) => {
        const wrapped = { 10: value, 9: [value], b: 1, a: value };
        const canonical = ledgerLeaf(wrapped as never).text;
        expect(isCanonicalJson(canonical)).toBe(true);
        expect(isCanonicalJson(indented ? JSON.stringify(wrapped, null, 1) : JSON.stringify(wrapped))).toBe(
          false,
        );
      }),
    );
    for (const text of [
      '',
      '{',
      '{"a":1,"a":1}',
      '{"a":1.0}',
      '{"a":"\\u0061"}',
      '{"b":1,"a":1}',
      ' 1',
      '-0',
    ]) {
      expect(isCanonicalJson(text)).toBe(false);
    }
  });
});
