/** What a thread gets when it starts. */
export interface ThreadStart {
  /** Address of the module that exports `prepareWork`. */
  readonly module: string;
  readonly shared: unknown;
}

/** One chunk for a thread. */
export interface ThreadChunk {
  readonly index: number;
  readonly chunk: unknown;
}

/** What a thread answers to a chunk, or instead of its first one when it could not be prepared. */
export type ThreadAnswer =
  | { readonly index: number; readonly part: unknown }
  | { readonly failure: { readonly code: string | null; readonly message: string } };

/** The shape of a module whose work can be split. */
export interface SplitWork<Shared, Chunk, Part> {
  /**
   * Called once in each thread; the function that it returns is called for each chunk. A chunk's part must depend on
   * `shared` and the chunk alone, so that one thread and eight give the same answer.
   */
  readonly prepareWork: (shared: Shared) => (chunk: Chunk) => Part;
}
