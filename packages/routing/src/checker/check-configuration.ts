import type { Configuration } from '../configuration/document.ts'
import type { Calendars } from '../hours/calendar.ts'
import { findUnmatchedRulesets } from './assignment-rulesets.ts'
import type { Finding, Severity } from './finding.ts'
import { findClosedHours } from './hours.ts'
import { findOverflowCycles } from './overflow-cycles.ts'
import { findUnbookable } from './people.ts'
import { findMissingPresences } from './presences.ts'
import { findUnheldProfiles } from './profiles.ts'
import { findMemberlessQueues } from './queue-members.ts'
import { findUnreachedQueues } from './queue-reach.ts'
import { findDeadRules } from './rules.ts'
import { findDoubleSentiment } from './sentiment.ts'
import { findUnheldSkills } from './skills.ts'
import { findStrictComparisons } from './strict-comparison.ts'
import { type Survey, surveyOf } from './survey.ts'
import { findUnitsOutOfReach } from './units.ts'

const checks: readonly ((survey: Survey) => readonly Finding[])[] = [
  findDeadRules,
  findUnreachedQueues,
  findMemberlessQueues,
  findUnheldSkills,
  findUnitsOutOfReach,
  findUnheldProfiles,
  findOverflowCycles,
  findClosedHours,
  findStrictComparisons,
  findMissingPresences,
  findUnmatchedRulesets,
  findDoubleSentiment,
  findUnbookable,
]

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, suggestion: 2 }

/** Finds what is legal in a configuration but probably wrong, gravest first.
 *
 * Shape:  only what can be proved from the document is reported, so that a finding is worth reading; silence proves
 *         nothing. Without calendars, hours that never open are found only where the document shows it.
 * Limits: the document must have passed `validateConfiguration`. */
export function checkConfiguration(configuration: Configuration, calendars: Calendars | null = null): Finding[] {
  const survey = surveyOf(configuration, calendars)
  return checks.flatMap((check) => check(survey)).toSorted((one, other) => rank[one.severity] - rank[other.severity])
}
