import { ZenEngine } from '@gorules/zen-engine'
import type { Contender } from './contender.ts'
import { fields, type Item, type Rule, type Test } from './rule-set.ts'

/** Evaluations under way at once: it answers from threads of its own. */
const CONCURRENT = 64
const symbols = { ge: '>=', lt: '<' } as const

/** One decision table, a column for each field, first hit. */
export function zenTable(rules: readonly Rule[]): Contender {
  const decision = new ZenEngine().createDecision(decisionOf(rules))
  const firstMatch = async (item: Item) => {
    const { result } = await decision.evaluate(item)
    return typeof result?.rule === 'number' ? result.rule : -1
  }
  return {
    name: '@gorules/zen-engine',
    isOurs: false,
    firstMatches: async (items) => {
      const matches: number[] = []
      for (let from = 0; from < items.length; from += CONCURRENT) {
        matches.push(...(await Promise.all(items.slice(from, from + CONCURRENT).map(firstMatch))))
      }
      return matches
    },
  }
}

function decisionOf(rules: readonly Rule[]) {
  const table = {
    hitPolicy: 'first',
    inputs: fields.map((field) => ({ id: field, name: field, field })),
    outputs: [{ id: 'rule', name: 'rule', field: 'rule' }],
    rules: rules.map((rule, index) => ({ _id: `r${index}`, ...cellsOf(rule), rule: String(index) })),
  }
  const position = { x: 0, y: 0 }
  return {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position },
      { id: 'table', name: 'table', type: 'decisionTableNode', position, content: table },
      { id: 'out', name: 'out', type: 'outputNode', position },
    ],
    edges: [
      { id: 'e1', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'e2', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  }
}

/** A cell for each field; an empty one holds of any value. */
function cellsOf(rule: Rule): Record<string, string> {
  const cells = Object.fromEntries(fields.map((field) => [field, '']))
  for (const test of rule) cells[test.field] = cellOf(test)
  return cells
}

function cellOf({ op, values }: Test): string {
  if (op === 'ge' || op === 'lt') return `${symbols[op]} ${values[0]}`
  return values.map((value) => JSON.stringify(value)).join(', ')
}
