import type { Configuration } from '@unified-routing/routing'
import type { ChangeFailure } from '../../data/change-failure.ts'

/** A stored row while somebody changes it, and the ways out when somebody else was faster. */
export interface RowEdit<Row> {
  /** The row as the person saw it when they began to change it; null: a new one. */
  readonly base: Row | null
  /** The row as the person would have it at present. */
  readonly mine: () => Row
  readonly isDirty: boolean
  readonly isSaving: boolean
  readonly failure: ChangeFailure | null
  /** Saves a row that was put together otherwise, over what is stored now. */
  readonly saveOver: (row: unknown) => void
  /** Drops what was changed and takes the row as it is stored now. */
  readonly takeStored: () => void
  /** Forgets that saving failed. */
  readonly keepEditing: () => void
}

/** What is said of the row. */
export interface EditedNoun<Row> {
  readonly words: { readonly one: string }
  /** The document's keys with their words. */
  readonly labels: Readonly<Record<string, string>>
  readonly isSingle?: boolean
  /** How the document writes a row; absent: as it is here. */
  readonly documentRow?: (row: Row) => unknown
  /** What a comparison of versions says of fields whose values do not read well, such as rules, by their keys. */
  readonly wordsOf?: (row: Row, configuration: Configuration) => Readonly<Record<string, string>>
}
