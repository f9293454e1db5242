/** What several independent runs say about a figure. */
export interface Estimate {
  readonly mean: number
  /** Half the width of the 99 % confidence interval. */
  readonly halfWidth: number
}

/** Student's t for 99 %, two-sided, nine degrees of freedom: ten runs. */
const T_OF_TEN_RUNS = 3.25
export const RUNS = 10

export function estimate(values: readonly number[]): Estimate {
  if (values.length !== RUNS) throw new Error(`The interval is made for ${RUNS} runs, not ${values.length}.`)
  const mean = values.reduce((sum, value) => sum + value, 0) / RUNS
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (RUNS - 1)
  return { mean, halfWidth: T_OF_TEN_RUNS * Math.sqrt(variance / RUNS) }
}
