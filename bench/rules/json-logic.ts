import { LogicEngine } from 'json-logic-engine'
import type { Contender } from './contender.ts'
import type { Rule, Test } from './rule-set.ts'

const operators = { eq: '===', in: 'in', ge: '>=', lt: '<' } as const

/** Compiled to one function of the whole list: if this rule, its index, else if the next. */
export function jsonLogicList(rules: readonly Rule[]): Contender {
  const branches = rules.flatMap((rule, index) => [logicOf(rule), index])
  const firstMatch = new LogicEngine().build({ if: [...branches, -1] })
  return {
    name: 'json-logic-engine, one function',
    isOurs: false,
    firstMatches: (items) => items.map((item) => firstMatch(item)),
  }
}

/** Compiled to a function for each rule, asked one after the other. */
export function jsonLogicRules(rules: readonly Rule[]): Contender {
  const engine = new LogicEngine()
  const tests = rules.map((rule) => engine.build(logicOf(rule)))
  return {
    name: 'json-logic-engine, one a rule',
    isOurs: false,
    firstMatches: (items) => items.map((item) => tests.findIndex((test) => test(item))),
  }
}

function logicOf(rule: Rule) {
  return { and: rule.map(testLogic) }
}

function testLogic({ field, op, values }: Test) {
  return { [operators[op]]: [{ var: field }, op === 'in' ? [...values] : values[0]] }
}
