import { createContext, useContext } from 'react'
import type { Vocabulary } from './vocabulary.ts'

/** Hands the words of the rules to the controls that the query builder makes. */
export const VocabularyContext = createContext<Vocabulary | null>(null)

export function useVocabulary(): Vocabulary {
  const vocabulary = useContext(VocabularyContext)
  if (vocabulary === null) throw new Error('a condition is edited inside a ConditionEditor')
  return vocabulary
}
