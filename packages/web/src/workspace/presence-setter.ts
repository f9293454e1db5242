import type { RepresentativeView } from '@unified-routing/contract'

const computedTexts: Readonly<Record<Exclude<RepresentativeView['presenceSetBy'], 'manual'>, string>> = {
  system: 'Set by the system, from your load',
  missedOffer: 'Set by the system, after a missed offer',
  rejectedOffer: 'Set by the system, after a rejected offer',
}

/** Who set the presence of the viewer and why, in their words. */
export function setByText(
  { name, presenceSetBy, presenceSetter }: Pick<RepresentativeView, 'name' | 'presenceSetBy' | 'presenceSetter'>,
  nameOf: (representative: string) => string,
): string {
  if (presenceSetBy !== 'manual') return computedTexts[presenceSetBy]
  if (presenceSetter === null) return 'Set by hand'
  return presenceSetter === name ? 'Set by you' : `Set by ${nameOf(presenceSetter)}`
}
