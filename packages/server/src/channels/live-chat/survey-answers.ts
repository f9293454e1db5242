import type { SettingValue } from '@unified-routing/contract'
import { z } from 'zod'
import { badArgument } from '../direct-line/direct-line-error.ts'

const ANSWER_LENGTH_MAX = 4_000
const RATINGS = ['1', '2', '3', '4', '5']

export type Question = SettingValue<'chatWidget'>['survey'][number]
export type Answers = z.output<typeof givenAnswers>

/** Answers as a page sends them: texts by the names of their questions. */
export const givenAnswers = z.record(z.string().regex(/^\w{1,100}$/), z.string().max(ANSWER_LENGTH_MAX))

/** Errors: BadArgument, for an answer that is missing, that is none of its question, or that nobody asked for. */
export function requireAnswers(questions: readonly Question[], answers: Answers): void {
  const names = new Set(questions.map(({ name }) => name))
  const surplus = Object.keys(answers).find((name) => !names.has(name))
  if (surplus !== undefined) throw badArgument(`The survey does not ask for ${surplus}.`)
  for (const { name, type, isRequired, options } of questions) {
    const answer = answers[name]?.trim() ?? ''
    if (answer === '' && isRequired) throw badArgument(`The question ${name} needs an answer.`)
    if (answer === '') continue
    if (type === 'options' && !options.includes(answer)) throw badArgument(`${name} has no such option.`)
    if (type === 'rating' && !RATINGS.includes(answer)) throw badArgument(`${name} is a number from 1 to 5.`)
    if (type === 'consent' && answer !== 'true') throw badArgument(`The chat needs the consent ${name}.`)
  }
}
