import type { ListName } from './row-names.ts'

/** One edit of the document. Rows come from outside: the validator judges them in their new document. */
export type ConfigurationChange =
  /** The row as it shall be. `create`: refused when there is one of that name. */
  | { readonly list: ListName; readonly name: string; readonly row: unknown; readonly create?: boolean | undefined }
  | {
      readonly list: ListName
      readonly name: string
      readonly remove: true
      /** Takes the name out wherever the rest still makes sense without it. */
      readonly alsoRemoveReferences?: boolean | undefined
    }
  /** A new name, written wherever the old one stood; with `row`, other settings too. */
  | { readonly list: ListName; readonly name: string; readonly rename: string; readonly row?: unknown }
  /** Settings by key; null: back to the default. */
  | { readonly organization: Readonly<Record<string, unknown>> }
  /** Names in their new order; rows that are not named come after them, as they stood. */
  | { readonly list: ListName; readonly order: readonly string[] }

/** What kind of change it is: by the key that only this kind has. */
export type RowChange = Exclude<ConfigurationChange, { readonly organization: unknown } | { readonly order: unknown }>

/** A row whose name is now another. */
export interface Renaming {
  readonly list: ListName
  readonly from: string
  readonly to: string
}
