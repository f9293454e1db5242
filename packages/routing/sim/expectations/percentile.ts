/** The smallest value that at least this share of the sorted values does not exceed; 0 of no values. */
export function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
