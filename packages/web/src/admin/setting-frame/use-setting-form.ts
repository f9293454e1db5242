import { useNavigate } from '@tanstack/react-router'
import type { Setting } from '@unified-routing/client'
import { type Titled, unknownReferences } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { useDeferredValue, useMemo, useState } from 'react'
import { type FieldValues, type UseFormReturn, useForm, useWatch } from 'react-hook-form'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { emptyProblems, formProblems } from '../frame/change-problems.ts'
import type { FormProblem } from '../frame/form-context.ts'
import type { RowEdit } from '../frame/row-edit.ts'
import type { SaveKind } from '../frame/use-noun-form.ts'
import { nameOfTitle } from './name-of-title.ts'
import type { SettingNoun } from './setting-noun.ts'
import { useSettingSaving } from './use-setting-saving.ts'

/** Secrets that shall be kept, or with null removed, when the form is saved. */
export type SecretDrafts = Readonly<Record<string, string | null>>

export interface SettingFormInput<Value> {
  /** As it is stored; null: a new one. */
  readonly stored: Setting<Value> | null
  /** What a new form begins with; null: the defaults. */
  readonly template: Value | null
  readonly taken: ReadonlySet<string>
}

export interface SettingForm<Value, Values extends FieldValues> extends RowEdit<Value> {
  readonly form: UseFormReturn<Values>
  readonly problems: readonly FormProblem[]
  readonly isAttempted: boolean
  /** Somebody else saved it since the person began. */
  readonly isStale: boolean
  readonly secrets: SecretDrafts
  readonly setSecrets: (secrets: SecretDrafts) => void
  readonly submit: (kind: SaveKind) => void
}

/** The form of one setting: what was typed, what is wrong with it, and the ways to save it. */
export function useSettingForm<Value extends Titled, Values extends FieldValues>(
  noun: SettingNoun<Value, Values>,
  { stored, template, taken }: SettingFormInput<Value>,
): SettingForm<Value, Values> {
  const { document } = useConfiguration()
  const [seen, setSeen] = useState(stored)
  const [isAttempted, setAttempted] = useState(false)
  const [isCopy, setCopy] = useState(template !== null)
  const [secrets, setSecrets] = useState<SecretDrafts>({})
  const values = useMemo(() => noun.valuesOf(seen?.value ?? template), [noun, seen, template])
  const form = useForm<Values>({ values })
  const isTyped = form.formState.isDirty || Object.keys(secrets).length > 0
  const isStale = stored !== null && stored.version !== seen?.version
  // What somebody else saved is taken at once, unless this would throw away what was typed here.
  if (isStale && !isTyped) setSeen(stored)
  const typed = useDeferredValue(useWatch({ control: form.control }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: `typed` says when the values have changed
  const checked = useMemo(() => checkOf(noun, form.getValues(), document), [typed, noun, form, document])
  const saving = useSettingSaving(noun.kind)
  const finish = useFinish(noun.path)
  const begin = (setting: Setting<Value>) => {
    setSeen(setting)
    setAttempted(false)
    setCopy(false)
    setSecrets({})
    form.reset(noun.valuesOf(setting.value))
  }
  const saveValue = async (value: Value, before: Setting<Value> | null) => {
    const name = seen?.name ?? nameOfTitle(value.title, taken)
    const saved = await saving.save({ name, draft: { value, secrets }, before })
    if (saved !== null) begin(saved)
    return saved
  }
  return {
    form,
    problems: checked.problems,
    isAttempted,
    isStale,
    secrets,
    setSecrets,
    base: seen?.value ?? null,
    mine: () => checkOf(noun, form.getValues(), document).value ?? seen?.value ?? noun.kind.example,
    isDirty: isTyped || isCopy,
    isSaving: saving.isSaving,
    failure: saving.failure,
    submit: (kind) => {
      if (seen !== null && !isTyped) return void finish({ kind, name: seen.name, isNew: false })
      setAttempted(true)
      const { value, problems } = checkOf(noun, form.getValues(), document)
      if (value === null || problems.length > 0) return
      void saveValue(value, seen).then((saved) =>
        saved ? finish({ kind, name: saved.name, isNew: seen === null }) : undefined,
      )
    },
    saveOver: (row) => {
      const parsed = noun.kind.value.safeParse(row)
      if (parsed.success) void saveValue(parsed.data, stored)
    },
    takeStored: () => {
      saving.reset()
      if (stored !== null) begin(stored)
    },
    keepEditing: saving.reset,
  }
}

/** What the form describes, and all that is wrong with it: the schema of the kind runs in the page. */
function checkOf<Value extends Titled, Values extends FieldValues>(
  noun: SettingNoun<Value, Values>,
  values: Values,
  configuration: Configuration,
): { readonly value: Value | null; readonly problems: readonly FormProblem[] } {
  const { kind } = noun
  const empty = emptyProblems(values, noun.required)
  const parsed = kind.value.safeParse(noun.valueOf(values))
  if (!parsed.success) {
    const others = parsed.error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message }))
    return {
      value: null,
      problems: [...empty, ...others.filter(({ field }) => empty.every((one) => one.field !== field))],
    }
  }
  const unknown = unknownReferences(kind, parsed.data, configuration).map((error) => ({ change: 0, ...error }))
  return { value: parsed.data, problems: [...empty, ...formProblems(unknown, { keyField: 'title' })] }
}

interface Finished {
  readonly kind: SaveKind
  readonly name: string
  readonly isNew: boolean
}

/** Where one is after saving: on the list, or on the page of the setting, which a new one has only now. */
function useFinish(path: string) {
  const navigate = useNavigate()
  return async ({ kind, name, isNew }: Finished): Promise<void> => {
    const params = { noun: path, name }
    if (kind === 'saveAndClose') await navigate({ to: '/admin/$noun', params, ignoreBlocker: true })
    else if (isNew) await navigate({ to: '/admin/$noun/$name', params, replace: true, ignoreBlocker: true })
  }
}
