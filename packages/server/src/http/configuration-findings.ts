import { type ConfigurationCheck, computeCalendars } from '@unified-routing/contract'
import { type Configuration, checkConfiguration, type Instant } from '@unified-routing/routing'

/** A year and a bit: hours that do not open within it never do. */
const HORIZON_MS = 400 * 24 * 60 * 60 * 1_000
/** The rest is found when these are mended. */
const FINDINGS_SHOWN_MAX = 1_000

const found = new WeakMap<Configuration, ConfigurationCheck['findings']>()

/** The same, kept for as long as the document is: each version is asked twice, as the new one and as the one before. */
export function knownFindings(configuration: Configuration, now: Instant): ConfigurationCheck['findings'] {
  const findings = found.get(configuration) ?? configurationFindings(configuration, now)
  found.set(configuration, findings)
  return findings
}

/** What is legal in a document but probably wrong, gravest first. */
export function configurationFindings(configuration: Configuration, now: Instant): ConfigurationCheck['findings'] {
  const calendars = computeCalendars(configuration, now, now + HORIZON_MS)
  return checkConfiguration(configuration, calendars).slice(0, FINDINGS_SHOWN_MAX)
}
