import type { RepresentativeView } from '@unified-routing/contract'

type Load = NonNullable<RepresentativeView['load']>

/** "30 of 100 units in use", and each capacity profile likewise; '' for somebody who has neither. */
export function loadText({ unitsFree, unitsLimit, profilesFree, profileLimits }: Load): string {
  const units = unitsLimit > 0 || unitsFree < 0 ? [`${unitsLimit - unitsFree} of ${unitsLimit} units in use`] : []
  const profiles = Object.entries(profileLimits).map(
    ([name, limit]) => `${name} ${limit - (profilesFree[name] ?? limit)} of ${limit}`,
  )
  return [...units, ...profiles].join(' · ')
}
