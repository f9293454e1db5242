/** A number field as the document has it: what is none becomes NaN, which the validator names. */
export function numberOr(value: number | null): number {
  return value ?? Number.NaN
}
