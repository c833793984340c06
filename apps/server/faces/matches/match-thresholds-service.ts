import type { Bus, Subscription } from '@amaan/bus/bus';
import {
  MATCH_THRESHOLDS,
  MATCH_THRESHOLDS_CHANGED,
  type MatchThresholds,
  MatchThresholdsRequest,
} from '@amaan/contracts/faces/matches/match-thresholds';
import type { Identifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { listLiveFaceAuthorisations } from '@amaan/store/faces/face-authorisations';
import { readListWeights } from '@amaan/store/faces/matches/match-target';
import type { Database } from '@amaan/store/open-database';

/** `FACE_AUTHORISATION_NOT_LIVE`: nothing may be searched under it. `FACE_LIST_EMPTY`: there is nothing to search for. */
export class MatchThresholdsError extends AmaanError {}

export interface MatchThresholdsOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly now: () => number;
}

/**
 * Tells searchers how closely each picture of a list has to be met: the threshold grows with the list, and for pictures
 * that led to wrong matches.
 */
export class MatchThresholdsService implements AsyncDisposable {
  readonly #options: MatchThresholdsOptions;
  readonly #subscription: Subscription;

  constructor(options: MatchThresholdsOptions) {
    this.#options = options;
    this.#subscription = options.bus.respond(MATCH_THRESHOLDS, async (payload) =>
      this.read(MatchThresholdsRequest.parse(payload).authorisationId),
    );
  }

  /** @throws MatchThresholdsError `FACE_AUTHORISATION_NOT_LIVE`, `FACE_LIST_EMPTY` */
  async read(authorisationId: Identifier): Promise<MatchThresholds> {
    const { db, now } = this.#options;
    const live = (await listLiveFaceAuthorisations(db, now())).find(({ id }) => id === authorisationId);
    if (live === undefined)
      throw new MatchThresholdsError(
        'FACE_AUTHORISATION_NOT_LIVE',
        'No authorisation of that name is in force; nothing may be searched under it.',
      );
    const { watchlistId, falseMatchesPerSearch: target } = live;
    const { listSize, worn } = await readListWeights(db, watchlistId);
    if (listSize === 0)
      throw new MatchThresholdsError('FACE_LIST_EMPTY', 'No picture of its watchlist may be searched.');
    const { threshold, falseMatchesPerSearch } = searchThreshold(listSize, target);
    return {
      ...{ authorisationId, watchlistId, listSize, threshold, falseMatchesPerSearch },
      pictures: worn.map(({ pictureId, weight }) => ({
        pictureId,
        weight,
        threshold: searchThreshold(listSize, target * weight).threshold,
      })),
    };
  }

  /** Makes searchers of a list ask again. */
  announceChange(watchlistId: Identifier): void {
    this.#options.bus.announce(MATCH_THRESHOLDS_CHANGED, { watchlistId });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }
}
