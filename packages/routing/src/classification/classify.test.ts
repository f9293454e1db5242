import { expect, test } from 'vitest'
import type { ClassificationRule, ClassificationRuleset, Condition } from '../configuration/document.ts'
import { factsOf, workItem } from '../rules/facts.fixture.ts'
import { ruleScopes } from '../rules/scope.ts'
import { classify, compileClassification } from './classify.ts'

const always: Condition = { all: [] }
const scope = ruleScopes({}).anyItem

function rule(name: string, when: Condition, set: ClassificationRule['set']): ClassificationRule {
  return { name, when, set }
}

function run(rulesets: readonly ClassificationRuleset[], fields: Parameters<typeof workItem>[0] = {}) {
  const item = workItem(fields)
  return classify(compileClassification(rulesets, scope), factsOf({ item }), item)
}

test('in a ruleset only the first rule that is met applies', () => {
  const decision = run([
    {
      name: 'Urgency',
      rules: [
        rule('Never', { any: [] }, { attributes: { urgency: 'Low' } }),
        rule('First', always, { attributes: { urgency: 'High' } }),
        rule('Second', always, { attributes: { urgency: 'Medium', large: true } }),
      ],
    },
  ])
  expect(decision.attributes).toEqual({ urgency: 'High' })
  expect(decision.rulesets[0]?.rules.map(({ status }) => status)).toEqual(['Processed', 'Applied', 'Not processed'])
})

test('what one ruleset writes the next one reads', () => {
  const decision = run([
    { name: 'Skills', rules: [rule('French', always, { skills: { French: 5 }, attributes: { urgency: 'High' } })] },
    {
      name: 'Score',
      rules: [
        rule(
          'Urgent French',
          {
            all: [
              { path: 'item.skills', op: 'contains', value: 'French' },
              { path: 'item.attributes.urgency', op: 'eq', value: 'High' },
            ],
          },
          { priorityScore: 50 },
        ),
      ],
    },
  ])
  expect(decision.priorityScore).toBe(50)
})

test('routing again appends skills and profiles, and a skill set anew takes the new rating', () => {
  const decision = run(
    [
      {
        name: 'Skills',
        rules: [rule('More', always, { skills: { Excel: 3, French: 7 }, capacityProfiles: ['Chats', 'Calls'] })],
      },
    ],
    { skills: { French: 2, Word: null }, capacityProfiles: ['Chats'] },
  )
  expect(decision.skills).toEqual({ French: 7, Word: null, Excel: 3 })
  expect(decision.capacityProfiles).toEqual(['Chats', 'Calls'])
})

test('nothing that is met leaves the item as it is', () => {
  const decision = run([{ name: 'Empty', rules: [] }], { attributes: { a: 1 }, priorityScore: 7 })
  expect(decision).toMatchObject({ attributes: { a: 1 }, priorityScore: 7, skills: {}, failed: false })
})

test('rulesets that need a model are told to be skipped', () => {
  const decision = run([
    { name: 'Finder', kind: 'skillFinder', model: 'm', inputs: ['item.channel'] },
    { name: 'Mood', kind: 'sentiment', inputs: ['item.channel'] },
    { name: 'Effort', kind: 'effort', model: 'm' },
  ])
  expect(decision.rulesets.map(({ skipped }) => skipped)).toEqual([
    'No skill finder model is installed.',
    'No sentiment model is installed.',
    'No effort model is installed.',
  ])
  expect(decision.failed).toBe(false)
})

test('a ruleset that fails ends the run, keeps what earlier ones found and says so', () => {
  const item = workItem({ customer: 'c1' })
  const facts = factsOf({ item })
  facts.rows = {
    row: () => {
      throw new Error('rows are gone')
    },
  }
  const decision = classify(
    compileClassification(
      [
        { name: 'Good', rules: [rule('Always', always, { attributes: { seen: true } })] },
        { name: 'Bad', rules: [rule('Reads', { path: 'item.customer.country', op: 'eq', value: 'FR' }, {})] },
        { name: 'Later', rules: [rule('Always', always, { attributes: { later: true } })] },
      ],
      scope,
    ),
    facts,
    item,
  )
  expect(decision.failed).toBe(true)
  expect(decision.attributes).toEqual({ seen: true })
  expect(decision.rulesets.map(({ name, error }) => [name, error])).toEqual([
    ['Good', undefined],
    ['Bad', 'Error: rows are gone'],
  ])
  expect(facts.item).toBe(item)
  expect(item.attributes).toEqual({})
})
