/** How sure and how grave a finding is.
 *
 * error: nobody could ever be given some work. warning: allowed, but hardly meant. suggestion: worth a look. */
export type Severity = 'error' | 'warning' | 'suggestion'

export type FindingCode =
  | 'ruleShadowed'
  | 'ruleNeverMet'
  | 'queueNotReached'
  | 'queueWithoutMembers'
  | 'queueWithoutBookableMembers'
  | 'skillNotHeld'
  | 'skillInactive'
  | 'ratingNotHeld'
  | 'skillsNotHeldTogether'
  | 'skillsNotMatched'
  | 'unitsNeverOffered'
  | 'profileNeverOffered'
  | 'profileNotHeld'
  | 'workWithoutCost'
  | 'overflowCycle'
  | 'hoursNeverOpen'
  | 'strictCapacityComparison'
  | 'noPresenceAllowed'
  | 'rulesetsWithoutCriteria'
  | 'sentimentTwice'
  | 'representativeNotBookable'

/** Something legal that is probably wrong, where it stands, and what to do about it. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** Path in the configuration document, such as "queues[2].overflow". */
  readonly path: string
  readonly message: string
  readonly remedy: string
}
