import type { Names } from './names.ts'
import type { Problem } from './problem.ts'

/** A spot in the document under validation: where problems are reported, and what names the document defines. */
export interface Place {
  readonly names: Names
  /** The spot inside this one, by key or index. */
  readonly at: (step: string | number) => Place
  readonly report: (message: string) => void
  /** True once so many problems are known that looking for more helps nobody. */
  readonly isEnough: () => boolean
}

/** Looks at one value and reports what is wrong with it; never throws, whatever the value. */
export type Check = (value: unknown, place: Place) => void

/** A document with more mistakes than this is reported up to here. */
const PROBLEMS_MAX = 500
const plainKey = /^[A-Za-z_][\w-]{0,99}$/

export function placeAtRoot(names: Names, problems: Problem[]): Place {
  const placeAt = (path: string): Place => ({
    names,
    at: (step) => placeAt(pathStep(path, step)),
    report: (message) => {
      if (problems.length < PROBLEMS_MAX) problems.push({ path, message })
    },
    isEnough: () => problems.length >= PROBLEMS_MAX,
  })
  return placeAt('')
}

/** The path of a spot inside another one, as problems write it. */
export function pathStep(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`
  if (!plainKey.test(step)) return `${path}[${JSON.stringify(step.slice(0, 100))}]`
  return path === '' ? step : `${path}.${step}`
}
