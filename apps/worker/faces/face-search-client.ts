import type { Bus } from '@amaan/bus/bus';
import type { Digest } from '@amaan/contracts/digest';
import {
  FaceSearchAnswer,
  type FaceSearchRequest,
  faceSearchContext,
} from '@amaan/contracts/faces/face-search';
import type { Identifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import type { FaceTemplate } from '@amaan/face-recognition/embedding/embed-face';
import { sealTemplate } from '@amaan/face-recognition/search/sealed-template';
import type { FaceAuthorisations } from './face-authorisations.ts';

const TIMEOUT_MS = 4_000;

/** What a face is looked for by. */
export interface FaceQuestion {
  readonly authorisationId: Identifier;
  readonly cameraId: Identifier;
  readonly modelDigest: Digest;
}

/** The possible match of a search; null: nobody. */
export type FaceSearchMatch = FaceSearchAnswer['match'];

/** Asks the control plane whether a face is on a list. Nothing of the question is kept, here or on the way. */
export class FaceSearchClient {
  readonly #bus: Pick<Bus, 'request'>;
  readonly #authorisations: Pick<FaceAuthorisations, 'endpoint'>;

  constructor(bus: Pick<Bus, 'request'>, authorisations: Pick<FaceAuthorisations, 'endpoint'>) {
    this.#bus = bus;
    this.#authorisations = authorisations;
  }

  /**
   * @param template the caller's to overwrite, as soon as this is fulfilled
   * @throws AmaanError with the code of the refusal, of the bus, or `FACE_SEARCH_UNAVAILABLE`
   */
  async search(question: FaceQuestion, template: FaceTemplate): Promise<FaceSearchMatch> {
    const { endpoint } = this.#authorisations;
    if (endpoint === null)
      throw new AmaanError('FACE_SEARCH_UNAVAILABLE', 'Nobody has said yet where faces are searched.');
    const { publicKey, subject } = endpoint;
    const { authorisationId, cameraId, modelDigest } = question;
    const request: FaceSearchRequest = {
      ...{ authorisationId, cameraId, modelDigest },
      sealed: sealTemplate(template, publicKey, faceSearchContext(question)),
    };
    const answer = FaceSearchAnswer.safeParse(await this.#bus.request(subject, request, TIMEOUT_MS));
    if (!answer.success)
      throw new AmaanError('FACE_SEARCH_UNAVAILABLE', 'The answer to a search cannot be understood.');
    return answer.data.match;
  }
}
