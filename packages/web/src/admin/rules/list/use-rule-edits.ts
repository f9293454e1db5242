import { type RefObject, useLayoutEffect, useRef } from 'react'
import { announce } from '../../../ui/announcer.tsx'
import { freshName, moved } from './reorder.ts'
import type { NamedRule } from './rule-kind.ts'

export interface RuleEdits<Rule> {
  readonly put: (index: number, rule: Rule) => void
  readonly copy: (index: number) => void
  readonly remove: (index: number) => void
  /** To another place, said aloud; the focus goes along. */
  readonly moveTo: (from: number, to: number) => void
}

/** Changes of a list of rules that keep the keyboard where the hands are. */
export function useRuleEdits<Rule extends NamedRule>(input: {
  readonly rules: readonly Rule[]
  readonly list: RefObject<HTMLElement | null>
  readonly onChange: (rules: readonly Rule[]) => void
}): RuleEdits<Rule> {
  const { rules, list, onChange } = input
  const focusNext = useRef<number | null>(null)
  // A row that moves in the document loses the focus, so it is given back once the row is in its new place.
  useLayoutEffect(() => {
    if (focusNext.current === null) return
    list.current?.querySelectorAll<HTMLElement>('[data-rule-name]')[focusNext.current]?.focus()
    focusNext.current = null
  })
  const change = (next: readonly Rule[], focus: number) => {
    focusNext.current = Math.min(focus, next.length - 1)
    onChange(next)
  }
  return {
    put: (index, rule) => change(rules.toSpliced(index, 1, rule), index),
    copy: (index) => {
      const rule = rules[index]
      if (rule === undefined) return
      const name = freshName(`${rule.name} copy`, namesOf(rules))
      change(rules.toSpliced(index + 1, 0, { ...rule, name }), index + 1)
      announce(`${name} added at place ${index + 2}`)
    },
    remove: (index) => {
      change(rules.toSpliced(index, 1), index)
      announce(`${rules[index]?.name ?? 'Rule'} deleted`)
    },
    moveTo: (from, to) => {
      const next = moved(rules, from, to)
      if (next === rules) return
      change(next, to)
      announce(`${rules[from]?.name ?? 'Rule'} moved to place ${to + 1} of ${rules.length}`)
    },
  }
}

export function namesOf(rules: readonly NamedRule[]): readonly string[] {
  return rules.map(({ name }) => name)
}
