import type { Bus } from '@amaan/bus/bus';
import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Site } from '@amaan/contracts/api/site';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { FaceDesk } from './faces/face-desk.ts';
import type { SearchLimitSettings } from './faces/searches/search-limits.ts';
import type { DeploymentKeys } from './keys/deployment-keys.ts';
import type { RunnableModel } from './permits/runnable-model.ts';
import type { PlateSettings } from './plates/create-plates.ts';
import type { Masking } from './redaction/masking.ts';
import type { ViolationSettings } from './violations/create-violations.ts';
import type { PaymentGateway } from './violations/payments/payment-gateway.ts';

/** What the control plane is made of and how it is set. */
export interface ServiceOptions {
  readonly db: Database;
  /** Where the database is, for threads with a connection of their own; left out: it is in this process. */
  readonly databaseUrl?: string;
  readonly bus: Bus;
  readonly objects: ObjectStore;
  readonly keys: DeploymentKeys;
  /** Everything that the deployment keeps outside the database. */
  readonly dataDir: string;
  /** Where a camera goes whose site is not named. */
  readonly defaultSite: Site;
  /** The AI systems as the code defines them. */
  readonly systems: readonly AiSystem[];
  /** The models at hand, their files just hashed. */
  readonly readModels: () => Promise<readonly RunnableModel[]>;
  /** Identifiers of models whose file in the cache was not what its manifest says when last looked at. */
  readonly readWrongModels?: () => readonly string[];
  /** Origin that browsers see, for example `https://amaan.example.pk`; null: whatever host they ask for. */
  readonly publicOrigin: string | null;
  /** Whether roles that decide or administer may do nothing before they have a second factor; left out: no. */
  readonly requireSecondFactor?: boolean;
  /** How plates are kept and checked; left out: 30 days, no registry, nothing in files. */
  readonly plates?: PlateSettings;
  /** Whose law counts for fines; left out: Punjab's, and one case in ten gets a second look. */
  readonly violations?: ViolationSettings;
  /** Where fines are paid; left out: nowhere. */
  readonly paymentGateway?: PaymentGateway;
  /** Share of cancelled challans, by its lower end, at which a camera stops enforcing; left out: one in twenty. */
  readonly cancellationLimit?: number;
  /** Origin that stands on notices where `publicOrigin` is null. */
  readonly noticeOrigin?: string;
  /** What looks at the faces of pictures that people bring; left out: the models, behind their permit. */
  readonly faceDesk?: FaceDesk;
  /** Days for which pictures of tickets about places are kept after their end; left out: 365. */
  readonly civicPictureDays?: number;
  /** Days after which rejected face matches are deleted; left out: 30. */
  readonly faceMatchRetentionDays?: number;
  /** How many searches with pictures there may be; left out: 20 an hour of a person, 100 a day of an authorisation. */
  readonly faceSearchLimits?: SearchLimitSettings;
  /** What masks pictures and clips; left out: the redactor. */
  readonly masking?: Pick<Masking, 'mask'>;
  /** Minutes within a day that somebody sees un-masked without a second person; left out: ten. */
  readonly unmaskAloneMinutes?: number;
  /** How long a request waits for what is being masked, in milliseconds; left out: some seconds. */
  readonly maskingPatienceMs?: number;
  readonly version: string;
  readonly logger: Logger;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}
