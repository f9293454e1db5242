import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { ListedNoun, Noun } from './noun.ts'
import { NewRowPage, StoredRowPage } from './noun-form.tsx'
import { NounList } from './noun-list.tsx'

/** The pages of a noun, whatever its rows are like. */
export interface NounPages {
  readonly List: ComponentType
  /** Absent: the noun has pages of its own for these. */
  readonly New?: ComponentType
  readonly Stored?: ComponentType<{ readonly name: string }>
  readonly load: (queryClient: QueryClient) => Promise<unknown>
}

/** List and form of a noun. */
export function pagesOf<Row, Values extends FieldValues>(noun: Noun<Row, Values>): NounPages {
  return {
    ...listOf(noun),
    New: () => <NewRowPage noun={noun} />,
    Stored: ({ name }) => <StoredRowPage noun={noun} name={name} />,
  }
}

/** Only the list of a noun, whose rows open on pages of their own at /admin/PATH/NAME and /admin/new/PATH. @public */
export function listOf<Row>(noun: ListedNoun<Row>): NounPages {
  return {
    List: () => <NounList noun={noun} />,
    load: (queryClient) => noun.load?.(queryClient) ?? Promise.resolve(),
  }
}
