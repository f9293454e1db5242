import type { ReferenceChoice } from '../frame/fields/reference-picker.tsx'

/** The zones that this browser knows, by their IANA names. */
export const timeZoneChoices: readonly ReferenceChoice[] = [
  ...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]),
].map((name) => ({ name }))
