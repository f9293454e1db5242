/** One figure: what it is called, what it means, and where the meaning comes from. */
export interface Metric {
  readonly name: string
  /** In words that settle an argument about a number. */
  readonly definition: string
  /** `count`: whole things. `duration`: milliseconds. `share`: 0 to 1. */
  readonly unit: 'count' | 'duration' | 'share'
  /** `now`: as things are. `period`: counted from what happened between two instants. */
  readonly span: 'now' | 'period'
  /** Which way is better; null: neither. */
  readonly better: 'less' | 'more' | null
  /** The section of the reference whose words it follows, and where it departs from them. */
  readonly source: string
}
