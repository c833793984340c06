/** Does one piece of work after the other: the next begins when the one before it is done, whatever became of that. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  /** @returns what the work comes to; its error reaches this caller alone */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Waits until nothing of what was asked for so far is under way. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
