import { Engine } from 'json-rules-engine'
import type { Contender } from './contender.ts'
import type { Item, Rule, Test } from './rule-set.ts'

const operators = { eq: 'equal', in: 'in', ge: 'greaterThanInclusive', lt: 'lessThan' } as const

/** Rules by descending priority; the first that succeeds stops the run. */
export function jsonRules(rules: readonly Rule[]): Contender {
  const engine = new Engine()
  for (const [index, rule] of rules.entries()) {
    engine.addRule({
      conditions: { all: rule.map(testOf) },
      event: { type: String(index) },
      priority: rules.length - index,
      onSuccess: () => {
        engine.stop()
      },
    })
  }
  return {
    name: 'json-rules-engine',
    isOurs: false,
    firstMatches: async (items) => {
      const matches: number[] = []
      for (const item of items) matches.push(await firstMatch(engine, item))
      return matches
    },
  }
}

async function firstMatch(engine: Engine, item: Item): Promise<number> {
  const { events } = await engine.run({ ...item })
  return Number(events[0]?.type ?? -1)
}

function testOf({ field, op, values }: Test) {
  return { fact: field, operator: operators[op], value: op === 'in' ? [...values] : values[0] }
}
