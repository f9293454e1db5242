import type { Item } from './rule-set.ts'

/** An engine that holds the rules and says for every item which is the first that is met, or -1. */
export interface Contender {
  readonly name: string
  readonly isOurs: boolean
  readonly firstMatches: (items: readonly Item[]) => readonly number[] | Promise<readonly number[]>
}
