import { defaultQueueNames, type Workstream } from '@unified-routing/routing'
import { countOf } from '../../ui/words.ts'
import { durationWords } from '../rules/duration-words.ts'

export const typeTexts: Readonly<Record<Workstream['type'], string>> = {
  messaging: 'Messaging',
  record: 'Record',
  voice: 'Voice',
}

export const skillMatchingTexts = {
  none: 'None: skills are not asked for',
  exact: 'Exact match: every required skill, at or above its rating',
  closest: 'Closest match: who comes nearest goes first',
} as const

/** The channels of each type. */
export const channelsOfType: Readonly<Record<Workstream['type'], readonly Workstream['channel'][]>> = {
  messaging: ['liveChat', 'persistentChat', 'sms', 'whatsApp', 'facebook', 'teams', 'custom'],
  record: ['record'],
  voice: ['voice'],
}

/** "20 units", "profiles Messages at once". */
function capacityText({ capacity = { units: 0 } }: Workstream): string {
  return 'units' in capacity ? countOf(capacity.units, 'unit') : `profiles ${capacity.profiles.join(', ')}`
}

export function fallbackQueueOf({ fallbackQueue, type }: Workstream): string {
  return fallbackQueue ?? defaultQueueNames[type]
}

export function classificationText({ classification = [] }: Workstream): string {
  if (classification.length === 0) return 'No rulesets: nothing is added to an item.'
  const rules = classification.reduce((total, ruleset) => total + ('rules' in ruleset ? ruleset.rules.length : 0), 0)
  return `${countOf(classification.length, 'ruleset')}, ${countOf(rules, 'rule')}`
}

export function routeText(workstream: Workstream): string {
  const { routeToQueue } = workstream
  const fallback = `Fallback ${fallbackQueueOf(workstream)}`
  if (routeToQueue === undefined || routeToQueue.rules.length === 0) return `No rules. ${fallback}`
  return `${countOf(routeToQueue.rules.length, 'rule')}. ${fallback}`
}

export function assignmentText(workstream: Workstream): string {
  const { distribution = 'push', allowedPresences = ['Available', 'Busy'], skillMatching = 'none' } = workstream
  if (distribution === 'pick') return 'Picked by hand from the list of open work.'
  const skills = skillMatching === 'none' ? 'skills not asked' : `${skillMatching} match of skills`
  return `${allowedPresences.join(' or ') || 'nobody by presence'}, ${skills}, ${capacityText(workstream)}`
}

export function offerText({ type, offer = {} }: Workstream): string {
  if (type === 'record') return 'Assigned without asking.'
  if (offer.autoAssign === true) return 'Assigned without asking.'
  const reject = offer.rejectable === false ? 'cannot be rejected' : 'may be rejected'
  return `${durationWords(offer.timeout ?? '120s')} to answer, ${reject}`
}

/** Every queue that rules of the workstream lead to, the fallback queue last. */
export function queuesOf(workstream: Workstream): readonly string[] {
  const named = (workstream.routeToQueue?.rules ?? []).flatMap(({ queue, allocation }) =>
    queue === undefined ? Object.keys(allocation ?? {}) : [queue],
  )
  return [...new Set([...named, fallbackQueueOf(workstream)])]
}
