import type { Configuration } from '@unified-routing/routing'
import type { z } from 'zod'
import type { FieldError } from './errors.ts'
import type { Capability } from './roles.ts'

/** The lists of the configuration that a value may refer to by name. */
export type ReferencedList = 'workstreams' | 'queues' | 'operatingHours' | 'representatives'

/** What every setting has: what people call it. Its name is for links, logs and programs, and stays. */
export interface Titled {
  readonly title: string
}

/** What there is beside a setting that is to be saved. */
export interface SettingSurroundings<Value> {
  readonly configuration: Configuration
  /** The other settings of the kind. */
  readonly others: readonly Value[]
}

/** One kind of settings: what a value is, who may see and change it, and what of it nobody ever sees again. */
export interface SettingKind<Value extends Titled = Titled, Name extends string = string> {
  readonly kind: Name
  /** "quick reply", "quick replies". */
  readonly words: { readonly one: string; readonly many: string }
  readonly value: z.ZodType<Value>
  /** A value as people would write it. */
  readonly example: Value
  /** Texts that are written and never read back, by their name, with the words for them: a bot's secret. */
  readonly secrets: Readonly<Record<string, string>>
  /** Keys of the value that hold one name, or several, of a list of the configuration. */
  readonly references: Readonly<Record<string, ReferencedList>>
  readonly seenBy: Capability
  readonly editedBy: Capability
  /** What speaks against a value where it is to be kept, each with its place; absent: nothing ever does. */
  problems?(value: Value, surroundings: SettingSurroundings<Value>): readonly FieldError[]
  /** Most settings of the kind in an organization. */
  readonly max: number
}

/** Declares a kind and keeps the types of its parts. */
export function settingKind<Value extends Titled, const Name extends string>(
  definition: SettingKind<Value, Name>,
): SettingKind<Value, Name> {
  return definition
}
