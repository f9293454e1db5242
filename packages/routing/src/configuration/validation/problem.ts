/** One thing that is wrong with a document: where, and what to do about it. */
export interface Problem {
  /** "queues[2].members[0]"; empty: the document itself. */
  readonly path: string
  readonly message: string
}
