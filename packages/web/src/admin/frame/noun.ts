import type { QueryClient } from '@tanstack/react-query'
import type { Capability } from '@unified-routing/contract'
import type { Configuration, ConfigurationChange, ListName } from '@unified-routing/routing'
import type { ComponentType, ReactElement, ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { RowPlace } from '../../records/use-lookup-title.ts'
import type { FormProblem } from './form-context.ts'

/** A column of the list of a noun. */
export interface NounColumn<Row> {
  readonly key: string
  readonly header: string
  readonly width?: 'narrow' | 'wide'
  /** What is searched and sorted, and shown unless `render` says how. */
  readonly value: (row: Row) => string | number
  readonly render?: (row: Row) => ReactNode
  /** Its value is not in the configuration, so that the list cannot be sorted by it. */
  readonly isUnsorted?: boolean
  /** Hidden until somebody asks for it. */
  readonly isExtra?: boolean
}

/** A row of chips above the list. */
export interface NounFilter<Row> {
  readonly key: string
  readonly label: string
  readonly values: readonly string[]
  /** The value or values of a row. */
  readonly of: (row: Row) => string | readonly string[]
}

/** Something to do with the selected rows, in a dialog of its own. */
export interface BulkCommand<Row> {
  readonly key: string
  readonly label: string
  readonly icon: ReactElement
  readonly Dialog: ComponentType<BulkDialogProps<Row>>
}

export interface BulkDialogProps<Row> {
  readonly rows: readonly Row[]
  /** `isDone`: the rows are no longer of interest. */
  readonly onClose: (isDone: boolean) => void
}

export interface NounFieldsProps<Row, Values extends FieldValues> {
  readonly form: UseFormReturn<Values>
  readonly configuration: Configuration
  /** The row as it is stored; null: a new one. */
  readonly row: Row | null
  readonly isReadOnly: boolean
}

/** What a list page says of its rows, wherever they are kept. */
export interface ListWords<Row> {
  /** The last part of the address: /admin/PATH. */
  readonly path: string
  /** "capacity profile", "capacity profiles". */
  readonly words: { readonly one: string; readonly many: string }
  /** One sentence under the title: what these are for. */
  readonly lead: string
  readonly icon: ReactElement
  /** What belongs in the list, said while it is empty. */
  readonly emptyText: string
  /** What identifies a row. */
  readonly keyOf: (row: Row) => string
  /** Who may change rows; absent: whoever edits the configuration. */
  readonly editableBy?: Capability
  /** Lists that go with this one, by their path, with their title. */
  readonly related?: readonly { readonly path: string; readonly title: string }[]
}

/** What a list needs to know of a noun: its words, its rows and its columns. `Row` is a row as the document has it. */
export interface ListedNoun<Row> extends ListWords<Row> {
  readonly list: ListName
  readonly rowsOf: (configuration: Configuration) => readonly Row[]
  /** What a row is called on the page; absent: its key. */
  readonly titleOf?: (row: Row, configuration: Configuration) => string
  /** The row of a table whose name is the title of the page; absent: `titleOf` says it. */
  readonly namedAfter?: (row: Row) => RowPlace
  /** Belongs to the system: shown, and why it cannot be changed; null: it can. */
  readonly fixedBecause?: (row: Row) => string | null
  /** Cannot be removed, and why, although it can be changed; null: it can. */
  readonly keptBecause?: (row: Row) => string | null

  readonly columns: (configuration: Configuration) => readonly NounColumn<Row>[]
  readonly filters?: (configuration: Configuration) => readonly NounFilter<Row>[]
  readonly bulk?: readonly BulkCommand<Row>[]

  /** The same row under another name; absent: rows of this noun cannot be renamed or copied. */
  readonly withName?: (row: Row, name: string) => Row
  /** False: other data hangs on the name, so that a row can be copied but not renamed. */
  readonly isRenamable?: boolean
  /** What the pages read beside the configuration. */
  readonly load?: (queryClient: QueryClient) => Promise<unknown>
}

/** What a form needs to know as well. `Values` is what its controls hold. */
export interface Noun<Row, Values extends FieldValues> extends ListedNoun<Row> {
  /** The document's keys with their words, for errors, conflicts and history. */
  readonly labels: Readonly<Record<string, string>>
  /** Fields of the form that may not stay empty, with what to say then: "Choose a type." */
  readonly required?: Readonly<Record<string, string>>
  /** What only the form can tell, such as two entries of one name. */
  readonly check?: (values: Values) => readonly FormProblem[]
  /** A row as the form begins with it; null: a new one. */
  readonly valuesOf: (row: Row | null, configuration: Configuration) => Values
  /** The row that the form describes. What the form does not know is kept from `before`. */
  readonly rowOf: (values: Values, before: Row | null) => Row
  /** How the document writes a row; absent: as it is here. */
  readonly documentRow?: (row: Row) => unknown
  /** The change that stores a row; absent: the row is put in its list. `before` null: it is new. */
  readonly changeOf?: (row: unknown, before: Row | null) => ConfigurationChange
  /** There is one row and no list, such as the settings of the organization. */
  readonly isSingle?: boolean
  /** Who has only this may change a part of the row: the part says which (`EditableBy`). */
  readonly partlyEditableBy?: Capability
  /** The field of the form that shows a place of the row, such as "hours.0.start"; absent: the place itself. */
  readonly fieldOf?: (place: string, values: Values) => string
  readonly Fields: ComponentType<NounFieldsProps<Row, Values>>
  /** The tab in which a field lies, when `Fields` has tabs (`NounTabs`). */
  readonly tabOf?: (field: string) => string
  /** Beside or under the form of a row that is stored. */
  readonly Aside?: ComponentType<{ readonly row: Row; readonly configuration: Configuration }>
}
