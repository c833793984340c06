import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { type PermitSigningKey, signingKeyOf } from '@amaan/governance/permits/permit-keys';
import { readOrCreatePassword, readOrCreateSecretKey, readOrCreateSigningKey } from '@amaan/store/key-file';
import { SecretBox } from '@amaan/store/secret-box';

/** Everything secret that a deployment's control plane holds. */
export interface DeploymentKeys {
  readonly permits: PermitSigningKey;
  /** Ed25519; signs the ledger's checkpoints. */
  readonly ledger: KeyObject;
  /** Seals the secrets in the database. */
  readonly secrets: SecretBox;
  /** Signs the cookies of sessions. */
  readonly sessions: string;
}

/**
 * Reads the keys under `<data>/keys`, making those that are missing. Each is a file that only its owner may
 * read; losing them loses camera credentials and the continuity of the ledger's signatures, so back them up.
 *
 * @param issuer the deployment's identifier, in whose name permits are signed
 * @throws KeyFileError
 */
export async function openDeploymentKeys(dataDir: string, issuer: string): Promise<DeploymentKeys> {
  const file = (name: string) => join(dataDir, 'keys', name);
  return {
    permits: await signingKeyOf(await readOrCreateSigningKey(file('permits.pem')), issuer),
    ledger: await readOrCreateSigningKey(file('ledger.pem')),
    secrets: new SecretBox(await readOrCreateSecretKey(file('secrets.key'))),
    sessions: await readOrCreatePassword(file('sessions.key')),
  };
}
