import { type ExplainedKind, Explanation } from '@amaan/contracts/explanation';
import { openCheckpoint } from '@amaan/ledger/checkpoint';
import { verifyInclusion } from '@amaan/ledger/inclusion-proof';
import { ledgerLeaf } from '@amaan/ledger/ledger-leaf';
import { equalHashes } from '@amaan/ledger/merkle-tree';
import { parseVerifierKey } from '@amaan/ledger/signed-note';
import { checkAlert } from './check-alert.ts';
import { checkChallan } from './check-challan.ts';
import { checkFaceMatch } from './check-face-match.ts';
import { unfit } from './explanation-claims.ts';

/**
 * Checks an explanation with nothing but itself and a verifier key: that every entry of the ledger it names
 * is under its signed checkpoint, and that its steps say what these entries say.
 *
 * @param vkey the verifier key from a trusted place; left out, the document's own, which proves only that
 *   the document is whole
 * @returns the explanation
 * @throws ExplanationError `EXPLANATION_DOES_NOT_FIT`
 */
export function checkExplanation(document: unknown, vkey?: string): Explanation {
  const parsed = Explanation.safeParse(document);
  if (!parsed.success) {
    throw unfit(`${parsed.error.issues[0]?.path.join('.') || 'The document'} is missing or wrong`);
  }
  const explanation = parsed.data;
  checkProofs(explanation, vkey);
  checkReferences(explanation);
  CHECKS[explanation.kind](explanation);
  return explanation;
}

/** What each kind is checked for beside its proofs. */
const CHECKS: Record<ExplainedKind, (explanation: Explanation) => void> = {
  alert: checkAlert,
  'face-match': checkFaceMatch,
  challan: checkChallan,
};

function checkProofs({ ledger }: Explanation, vkey: string | undefined): void {
  const { size, root } = opened(ledger.checkpoint, vkey ?? ledger.vkey);
  if (ledger.size !== size || ledger.root !== hex(root)) {
    throw unfit('The checkpoint is not of the size and root that are written beside it');
  }
  for (const { index, entry, leafHash, path } of ledger.entries) {
    const leaf = ledgerLeaf(entry).leafHash;
    if (!equalHashes(leaf, bytes(leafHash))) throw unfit(`Ledger entry ${index} does not hash to its leaf`);
    if (!verifyInclusion(leaf, index, size, path.map(bytes), root)) {
      throw unfit(`The proof of ledger entry ${index} does not lead to the root of the checkpoint`);
    }
  }
}

function opened(checkpoint: string, vkey: string) {
  try {
    return openCheckpoint(checkpoint, parseVerifierKey(vkey));
  } catch (cause) {
    throw unfit('The checkpoint is not signed by the key that it is checked against', cause);
  }
}

function checkReferences({ steps, ledger }: Explanation): void {
  const known = new Set(ledger.entries.map(({ index }) => index));
  for (const { step, entries } of steps) {
    const missing = entries.find((index) => !known.has(index));
    if (missing !== undefined) {
      throw unfit(`Step ${step} names ledger entry ${missing}, which is not in the document`);
    }
  }
}

function bytes(digest: string): Uint8Array {
  return Buffer.from(digest, 'hex');
}

function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}
