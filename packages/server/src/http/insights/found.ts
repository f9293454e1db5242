import type { HealthFinding } from '@unified-routing/contract'

/** A finding of how things are now. */
export function found(
  code: string,
  parts: Omit<HealthFinding, 'code' | 'source' | 'reasons'> & Partial<Pick<HealthFinding, 'reasons'>>,
): HealthFinding {
  return { reasons: {}, ...parts, code, source: 'live' }
}
