import type { Condition } from '@unified-routing/routing'
import { createContext, useContext, useState } from 'react'
import type { RuleProblem } from '../list/problems.ts'

/** How many attributes of a condition somebody has still to choose. */
export function missingAttributes(condition: Condition): number {
  if ('not' in condition) return missingAttributes(condition.not)
  if ('all' in condition) return sumOf(condition.all)
  if ('any' in condition) return sumOf(condition.any)
  return Number(condition.path === '') + Number(condition.valuePath === '')
}

function sumOf(parts: readonly Condition[]): number {
  return parts.reduce((count, part) => count + missingAttributes(part), 0)
}

const emptyPath = /^'' cannot be read/

/** Problems without those of attributes that are not chosen yet, which their own conditions tell. */
export function withoutMissing(problems: readonly RuleProblem[]): readonly RuleProblem[] {
  return problems.filter(({ message }) => !emptyPath.test(message))
}

/** Whether somebody has tried to be done with the condition. */
export const AttemptContext = createContext(false)

/** What is said of an attribute that is not chosen: only after somebody left it so, or tried to be done. */
export function useMissing(path: string): { readonly message: string | null; readonly onLeave: () => void } {
  const isAttempted = useContext(AttemptContext)
  const [isLeft, setLeft] = useState(false)
  const isTold = path === '' && (isAttempted || isLeft)
  return { message: isTold ? 'Choose an attribute.' : null, onLeave: () => setLeft(true) }
}
