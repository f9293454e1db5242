import type { CandidateTrace, EventBody, RoutingEvent, RuleTrace } from '@unified-routing/routing'

/** A rule that was not processed is its name alone: most of a decision is a list of those. What another has read is left
 * out if it is what the rule before it had read. */
type PackedRule = string | readonly [name: string, status: RuleTrace['status'], values?: RuleTrace['values'] | null]
/** All but the name is left out if it is as with the candidate before. */
type PackedCandidate = readonly [
  representative: CandidateTrace['representative'],
  unitsFree?: number,
  presence?: string,
  rank?: string,
]

/** What an event has of its own, as JSON without the last brace.
 *
 * Events of every item's way are written by hand, which takes a third of the time of JSON.stringify. */
export function packedBody(event: RoutingEvent): string {
  switch (event.type) {
    case 'workItem.created':
      return `{"type":"workItem.created","kind":"${event.kind}","workstream":${quoted(event.workstream)},"record":${jsonOf(event.record)},"customer":${quoted(event.customer)}`
    case 'workItem.classified':
      return `{"type":"workItem.classified","rulesets":${packedRulesets(event.rulesets)},"skills":${jsonOf(event.skills)},"capacityProfiles":${jsonOf(event.capacityProfiles)},"attributes":${jsonOf(event.attributes)},"priorityScore":${event.priorityScore}`
    case 'workItem.routedToQueue':
      return `{"type":"workItem.routedToQueue","rules":${packedRules(event.rules)},"reason":"${event.reason}","message":${quoted(event.message)}`
    case 'workItem.queued':
      return event.rule === undefined
        ? `{"type":"workItem.queued","reason":"${event.reason}"`
        : `{"type":"workItem.queued","reason":"${event.reason}","rule":${quoted(event.rule)}`
    case 'representative.presenceChanged':
      return `{"type":"representative.presenceChanged","from":${quoted(event.from)},"to":${quoted(event.to)},"setBy":"${event.setBy}"`
    case 'workItem.stateChanged':
      return `{"type":"workItem.stateChanged","from":"${event.from}","to":"${event.to}","reason":${quoted(event.reason)}`
    case 'workItem.offered':
      return `{"type":"workItem.offered","session":${quoted(event.session)},"expiresAt":${jsonOf(event.expiresAt)},${grounds(event)}`
    case 'workItem.assigned':
      return `{"type":"workItem.assigned","session":${quoted(event.session)},${grounds(event)}`
    case 'workItem.accepted':
      return `{"type":"workItem.accepted","session":${quoted(event.session)}`
    case 'workItem.sessionClosed':
      return `{"type":"workItem.sessionClosed","session":${quoted(event.session)},"reason":${quoted(event.reason)}`
    case 'workItem.capacityReleased':
      return '{"type":"workItem.capacityReleased"'
    default:
      return rareBody(event)
  }
}

/** Left out as undefined: taking it out of a copy takes twice as long. */
function rareBody(event: RoutingEvent): string {
  const none = undefined
  const shared = { sequence: none, at: none, actor: none, workItem: none, queue: none, representative: none }
  return JSON.stringify({ ...event, ...shared }).slice(0, -1)
}

type Grounds = Pick<Extract<EventBody, { type: 'workItem.assigned' }>, 'mode' | 'method' | 'candidates' | 'because'>

function grounds({ mode, method, candidates, because }: Grounds): string {
  let packed = ''
  let before: CandidateTrace | null = null
  for (const candidate of candidates) {
    const { representative, unitsFree, presence, rank } = candidate
    const isAlike = unitsFree === before?.unitsFree && presence === before.presence && rank === before.rank
    const rest = isAlike ? '' : `,${unitsFree},${quoted(presence)},${quoted(rank)}`
    packed += `${packed === '' ? '' : ','}[${quoted(representative)}${rest}]`
    before = candidate
  }
  return `"mode":"${mode}","method":${quoted(method)},"candidates":[${packed}],"because":${quoted(because)}`
}

type Rulesets = Extract<EventBody, { type: 'workItem.classified' }>['rulesets']

function packedRulesets(rulesets: Rulesets): string {
  let packed = ''
  for (const { name, skipped, error, rules } of rulesets) {
    const known = skipped === undefined && error === undefined ? '' : JSON.stringify({ skipped, error }).slice(1, -1)
    packed += `${packed === '' ? '' : ','}{"name":${quoted(name)},${known === '' ? '' : `${known},`}"rules":${packedRules(rules)}}`
  }
  return `[${packed}]`
}

function packedRules(rules: readonly RuleTrace[]): string {
  let packed = ''
  let before: RuleTrace['values']
  for (const { name, status, values } of rules) {
    const comma = packed === '' ? '' : ','
    if (values === undefined)
      packed += status === 'Not processed' ? comma + quoted(name) : `${comma}[${quoted(name)},"${status}",null]`
    else {
      const read = isAlike(values, before) ? '' : `,${JSON.stringify(values)}`
      packed += `${comma}[${quoted(name)},"${status}"${read}]`
      before = values
    }
  }
  return `[${packed}]`
}

function isAlike(one: NonNullable<RuleTrace['values']>, other: RuleTrace['values']): boolean {
  if (other === undefined) return false
  const [paths, others] = [Object.keys(one), Object.keys(other)]
  return (
    paths.length === others.length && paths.every((path, index) => path === others[index] && one[path] === other[path])
  )
}

/** What was packed, as it was: `stored` says that it is a body, and parts of it are packed. */
export function unpackedBody<Body extends EventBody>(stored: Body): Body {
  switch (stored.type) {
    case 'workItem.routedToQueue':
      return { ...stored, rules: wholeRules(stored.rules) }
    case 'workItem.classified':
      return {
        ...stored,
        rulesets: stored.rulesets.map((ruleset) => ({ ...ruleset, rules: wholeRules(ruleset.rules) })),
      }
    case 'workItem.offered':
    case 'workItem.assigned':
      return { ...stored, candidates: wholeCandidates(stored.candidates) }
    default:
      return stored
  }
}

function wholeRules(packed: readonly (RuleTrace | PackedRule)[]): RuleTrace[] {
  let before: RuleTrace['values']
  return packed.map((rule) => {
    if (typeof rule === 'string') return { name: rule, status: 'Not processed' }
    if (!isTuple(rule)) return rule
    const [name, status, values = before] = rule
    if (values === null || values === undefined) return { name, status }
    before = values
    return { name, status, values }
  })
}

function wholeCandidates(packed: readonly (CandidateTrace | PackedCandidate)[]): CandidateTrace[] {
  let before: Omit<CandidateTrace, 'representative'> = { unitsFree: 0, presence: '', rank: '' }
  return packed.map((candidate) => {
    if (!isTuple(candidate)) return candidate
    const [representative, unitsFree = before.unitsFree, presence = before.presence, rank = before.rank] = candidate
    before = { unitsFree, presence, rank }
    return { representative, ...before }
  })
}

function isTuple<Tuple extends readonly unknown[]>(value: object | Tuple): value is Tuple {
  return Array.isArray(value)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them.
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/

/** A text as JSON. Few hold anything that has to be escaped. */
export function quoted(text: string | null): string {
  if (text === null) return 'null'
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`
}

function jsonOf(value: object | number | null): string {
  return value === null ? 'null' : JSON.stringify(value)
}
