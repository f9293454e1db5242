import type { Setting } from '@unified-routing/client'
import type { SettingKind, SettingKindName, Titled } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import type { ComponentType, ReactElement } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { NounColumn, NounFilter } from '../frame/noun.ts'

export interface SettingFieldsProps<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>
  readonly configuration: Configuration
  /** The name of the one that is stored; null: a new one. */
  readonly name: string | null
}

/** The pages of a kind of settings. `Values` is what the controls of its form hold, with no value absent. */
export interface SettingNoun<Value extends Titled, Values extends FieldValues> {
  readonly kind: SettingKind<Value, SettingKindName>
  /** The last part of the address: /admin/PATH. */
  readonly path: string
  /** One sentence under the title: what these are for. */
  readonly lead: string
  readonly icon: ReactElement
  /** What belongs in the list, said while it is empty. */
  readonly emptyText: string
  readonly columns: readonly NounColumn<Setting<Value>>[]
  readonly filters?: (settings: readonly Setting<Value>[]) => readonly NounFilter<Setting<Value>>[]
  /** The keys of the value with their words, for errors, conflicts and history. */
  readonly labels: Readonly<Record<string, string>>
  /** Fields that may not stay empty, with what to say then. */
  readonly required: Readonly<Record<string, string>>
  /** A value as the form begins with it; null: a new one. */
  readonly valuesOf: (value: Value | null) => Values
  /** The value that the form describes; the schema of the kind checks it. */
  readonly valueOf: (values: Values) => unknown
  readonly Fields: ComponentType<SettingFieldsProps<Values>>
  /** The tab in which a field lies, when `Fields` has tabs (`NounTabs`). */
  readonly tabOf?: (field: string) => string
}
