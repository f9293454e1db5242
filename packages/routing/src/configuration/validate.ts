import type { Configuration } from './document.ts'

/** One thing that is wrong with a document: where, and what to do about it. */
export interface Problem {
  /** "queues[2].members[0]"; empty: the document itself. */
  readonly path: string
  readonly message: string
}

export type Validation =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly Problem[] }
