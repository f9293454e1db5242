import type { Texts } from '../texts.ts'

export const ratings = ['1', '2', '3', '4', '5'] as const

/** A question before the conversation; its answer becomes a context variable of the same name. */
export interface Question {
  readonly name: string
  readonly text: string
  readonly type: 'singleLine' | 'multipleLines' | 'options' | 'rating' | 'consent'
  readonly isRequired: boolean
  readonly options: readonly string[]
}

export type Answers = Readonly<Record<string, string>>

/** What is wrong with the answers, by question. Only that a required one is missing: the rest is for people to judge. */
export function surveyProblems(
  questions: readonly Question[],
  answers: Answers,
  texts: Texts,
): ReadonlyMap<string, string> {
  return new Map(
    questions
      .filter(({ name, isRequired }) => isRequired && (answers[name] ?? '').trim() === '')
      .map(({ name, type }) => [name, type === 'consent' ? texts.consentRequired : texts.answerRequired]),
  )
}
