import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines, writeLedgerExport } from './ledger-export.ts';
import { inBatches, type LedgerFixture, ledgerFixture, withBitTurned } from './ledger-fixture.ts';
import { formatVerifierKey, verifierOf } from './signed-note.ts';
import { type KnownOfLedger, verifyLedgerExport } from './verify-ledger-export.ts';

const SIZE = 13;
const CHECKPOINTS = [4, 9, 12];
/** Header and checkpoints come before the entries. */
const FIRST_ENTRY_LINE = 1 + CHECKPOINTS.length + 1;

async function exported(ledger: LedgerFixture = ledgerFixture(SIZE, CHECKPOINTS)): Promise<Buffer> {
  const header = { origin: ledger.signer.name, vkey: formatVerifierKey(ledger.verifier) };
  const parts: string[] = [];
  for await (const part of writeLedgerExport(header, ledger.checkpoints, inBatches(ledger.records, 4))) {
    parts.push(part);
  }
  return Buffer.from(parts.join(''));
}

const verify = (file: Uint8Array, known?: KnownOfLedger, chunk = 1000) =>
  verifyLedgerExport(chunksOf(file, chunk), known);

async function* chunksOf(file: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

describe('an exported ledger', () => {
  it('verifies offline, however its bytes arrive', async () => {
    const file = await exported();
    for (const chunk of [1, 7, 100, 1_000_000]) {
      expect(await verify(file, {}, chunk)).toMatchObject({
        size: SIZE,
        signedSize: 12,
        checkpoints: 3,
        faults: [],
      });
    }
    const empty = await exported(ledgerFixture(0, []));
    expect(await verify(empty)).toMatchObject({ size: 0, signedSize: 0, faults: [] });
  });

  it('is JSON, line by line, that other tools read', async () => {
    const lines = (await exported()).toString().trimEnd().split('\n');
    const values = lines.map((line) => JSON.parse(line));
    expect(values[0]).toMatchObject({ format: 'amaan-ledger/1', origin: 'example.com/amaan' });
    expect(values[FIRST_ENTRY_LINE - 1]).toMatchObject({ index: 0, entry: { subject: 'alert:0' } });
    expect(values.at(-1)).toEqual({ end: { checkpoints: 3, entries: SIZE } });
  });

  it('does not hide a single turned bit, and names the line or the entry', async () => {
    const file = await exported();
    const lineOf = (at: number) => file.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
    for (let at = 0; at < file.length; at++) {
      const { faults } = await verify(withBitTurned(file, at * 8 + (at % 8)));
      const [fault] = faults;
      expect(fault, `byte ${at}`).toBeDefined();
      const line = lineOf(at);
      const index = line - FIRST_ENTRY_LINE;
      if (index < 0 || index >= SIZE) continue;
      // A newline that got lost makes one line of two: still the line that the byte was in.
      if (fault?.line === undefined) expect(fault?.entries?.[0], `byte ${at}`).toBe(index);
      else expect(fault.line, `byte ${at}`).toBe(line);
    }
  });

  it('shows wherever it was cut', async () => {
    const file = await exported();
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), async (length) => {
        const { faults } = await verify(file.subarray(0, length));
        const line = file.subarray(0, length).filter((byte) => byte === 0x0a).length + 1;
        expect(faults[0]).toMatchObject({ code: 'LEDGER_EXPORT_CORRUPT', line });
      }),
    );
  });

  it('shows lines that were taken out, doubled or added', async () => {
    const lines = (await exported()).toString().split(/(?<=\n)/);
    const faultOf = async (changed: string[]) => (await verify(Buffer.from(changed.join('')))).faults[0];
    const at = FIRST_ENTRY_LINE - 1 + 5;
    expect(await faultOf(lines.toSpliced(at, 1))).toMatchObject({ code: 'LEDGER_GAP', entries: [5, 5] });
    expect(await faultOf(lines.toSpliced(at, 0, lines[at]!))).toMatchObject({
      code: 'LEDGER_DUPLICATE',
      entries: [6, 6],
    });
    expect(await faultOf(lines.toSpliced(at, 0, 'hello\n'))).toMatchObject({
      code: 'LEDGER_EXPORT_CORRUPT',
      entries: [5, 5],
      line: at + 1,
    });
    expect(await faultOf(lines.toSpliced(1, 1))).toMatchObject({ code: 'LEDGER_EXPORT_CORRUPT' });
    expect(await faultOf([...lines, lines[at]!])).toMatchObject({
      code: 'LEDGER_EXPORT_CORRUPT',
      line: lines.length + 1,
    });
  });

  it('is held against what is known from elsewhere: the key and later checkpoints', async () => {
    const file = await exported(ledgerFixture(SIZE, CHECKPOINTS));
    const vkey = formatVerifierKey(ledgerFixture(1, []).verifier);
    expect(await verify(file, { vkey })).toMatchObject({ faults: [], vkey });
    const { privateKey } = generateKeyPairSync('ed25519');
    const otherKey = formatVerifierKey(verifierOf({ name: 'example.com/amaan', privateKey }));
    expect((await verify(file, { vkey: otherKey })).faults).toMatchObject([
      { code: 'LEDGER_EXPORT_CORRUPT', line: 1 },
    ]);
    const later = ledgerFixture(20, [20]).checkpoints;
    expect((await verify(file, { checkpoints: later })).faults).toMatchObject([
      { code: 'LEDGER_TRUNCATED', entries: [SIZE, 19] },
    ]);
    const otherHistory = ledgerFixture(9, [9], 'x').checkpoints;
    expect((await verify(file, { checkpoints: otherHistory })).faults).toMatchObject([
      { code: 'LEDGER_FORKED' },
    ]);
    await expect(verify(file, { vkey: 'nonsense' })).rejects.toMatchObject({ code: 'NOTE_KEY_MALFORMED' });
  });

  it('that is something else altogether is refused by its first line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { faults, size } = await verify(bytes);
        expect(size).toBe(0);
        expect(faults[0]).toMatchObject({ code: 'LEDGER_EXPORT_CORRUPT' });
      }),
    );
  });

  it('passes the errors of its source on', async () => {
    const broken = async function* () {
      yield* chunksOf(await exported(), 100);
      throw new Error('the disk is gone');
    };
    await expect(verifyLedgerExport(broken())).rejects.toThrow('the disk is gone');
  });
});

describe('splitLines', () => {
  it('finds the lines of any text, however it is cut', async () => {
    const lines = fc.array(fc.string({ unit: 'grapheme' }).filter((line) => !line.includes('\n')));
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 9 }), async (expected, chunk) => {
        const text = expected.map((line) => `${line}\n`).join('');
        const found: string[] = [];
        for await (const batch of splitLines(chunksOf(Buffer.from(text), chunk))) found.push(...batch);
        expect(found).toEqual(expected);
      }),
    );
  });
});
