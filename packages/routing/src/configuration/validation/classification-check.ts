import { PRIORITY_SCORE_MAX } from '../../classification/classify.ts'
import type { RuleScope } from '../../rules/scope.ts'
import type { ClassificationRule, ClassificationRuleset } from '../document.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { dictionary, distinct, integer, literal, name, named, object, oneOf, textOf } from './checks.ts'
import { condition } from './condition-check.ts'
import { byWord } from './either.ts'
import { path } from './path-check.ts'
import type { Check, Place } from './place.ts'
import { capacityProfileName } from './references.ts'
import { requiredSkills } from './skill-check.ts'
import { identifier } from './table-check.ts'

type Rules = Extract<ClassificationRuleset, { rules: unknown }>
type Output = ClassificationRule['set']

const RULESETS_MAX = 10
const RULES_MAX = 100
const OUTPUTS_MAX = 5
const INPUTS_MAX = 10

const output = object<Output>({
  fields: {
    attributes: dictionary(identifier, literal),
    skills: requiredSkills,
    capacityProfiles: distinct(capacityProfileName),
    priorityScore: integer(0, PRIORITY_SCORE_MAX),
  },
  required: [],
  refine: countOutputs,
})

/** The classification rulesets of a workstream, their paths read in its scope. */
export function classification(scope: RuleScope): Check {
  const rule = object<ClassificationRule>({
    fields: { name: name(), when: condition(scope), set: output },
    required: ['name', 'when', 'set'],
  })
  const inputs = distinct(path(scope), { min: 1, max: INPUTS_MAX })
  const ruleset = byWord(
    'kind',
    {
      rules: object<Rules>({
        fields: { name: name(), kind: oneOf(['rules']), rules: named(rule, { max: RULES_MAX }) },
        required: ['name', 'rules'],
      }),
      skillFinder: object<Extract<ClassificationRuleset, { kind: 'skillFinder' }>>({
        fields: { name: name(), kind: oneOf(['skillFinder']), model: name(), inputs },
        required: ['name', 'kind', 'model', 'inputs'],
      }),
      sentiment: object<Extract<ClassificationRuleset, { kind: 'sentiment' }>>({
        fields: { name: name(), kind: oneOf(['sentiment']), inputs },
        required: ['name', 'kind', 'inputs'],
      }),
      effort: object<Extract<ClassificationRuleset, { kind: 'effort' }>>({
        fields: { name: name(), kind: oneOf(['effort']), model: name() },
        required: ['name', 'kind', 'model'],
      }),
    },
    'rules',
  )
  return (value, place) => {
    named(ruleset, { max: RULESETS_MAX })(value, place)
    refuseSecondEffort(value, place)
  }
}

function refuseSecondEffort(rulesets: unknown, place: Place): void {
  if (!Array.isArray(rulesets)) return
  const efforts = rulesets.flatMap((ruleset, index) => (textOf(ruleset, 'kind') === 'effort' ? [index] : []))
  for (const index of efforts.slice(1)) {
    place.at(index).report('a workstream has at most one effort ruleset; remove this one')
  }
}

/** Each attribute, skill and profile is an output, and so is the priority score. */
function countOutputs(set: UnknownRecord, place: Place): void {
  const [attributes, skills, profiles] = [own(set, 'attributes'), own(set, 'skills'), own(set, 'capacityProfiles')]
  const count =
    (isRecord(attributes) ? Object.keys(attributes).length : 0) +
    (isRecord(skills) ? Object.keys(skills).length : 0) +
    (Array.isArray(profiles) ? profiles.length : 0) +
    (own(set, 'priorityScore') === undefined ? 0 : 1)
  if (count > OUTPUTS_MAX)
    place.report(`${count} outputs; a rule sets at most ${OUTPUTS_MAX}, move some to another ruleset`)
}
