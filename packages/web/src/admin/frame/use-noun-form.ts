import { useNavigate } from '@tanstack/react-router'
import type { Configuration, ConfigurationChange } from '@unified-routing/routing'
import { useDeferredValue, useMemo, useState } from 'react'
import { type FieldValues, type UseFormReturn, useForm, useWatch } from 'react-hook-form'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { changeProblems, emptyProblems, formProblems } from './change-problems.ts'
import type { FormProblem } from './form-context.ts'
import type { Noun } from './noun.ts'
import type { RowEdit } from './row-edit.ts'
import { useSave } from './use-save.ts'

export type SaveKind = 'save' | 'saveAndClose'

export interface NounFormInput<Row> {
  /** The row as it is stored; null: a new one. */
  readonly stored: Row | null
  /** What a new form begins with; null: the defaults. */
  readonly template: Row | null
}

export interface NounForm<Row, Values extends FieldValues> extends RowEdit<Row> {
  readonly form: UseFormReturn<Values>
  readonly configuration: Configuration
  readonly problems: readonly FormProblem[]
  readonly isAttempted: boolean
  readonly submit: (kind: SaveKind) => void
}

/** The form of one row: what was typed, what is wrong with it, and the ways to save it. */
export function useNounForm<Row, Values extends FieldValues>(
  noun: Noun<Row, Values>,
  input: NounFormInput<Row>,
): NounForm<Row, Values> {
  const { stored } = input
  const { document: configuration, version } = useConfiguration()
  const [seen, setSeen] = useState({ row: stored, version })
  const [isAttempted, setAttempted] = useState(false)
  const [isWorthSaving, setWorthSaving] = useState(input.template !== null)
  const form = useFormOf(noun, input, seen.row)
  const isTyped = form.formState.isDirty
  // What somebody else saved is taken at once, unless this would throw away what was typed here.
  if (!isTyped && version > seen.version) setSeen({ row: stored, version })
  // A copy keeps what its form does not show, as a stored row does.
  const rowOf = (values: Values) => noun.rowOf(values, seen.row ?? input.template)
  const { problems, check } = useProblems({ noun, form, base: seen.row, template: input.template })
  const saving = useSave()
  const finish = useFinish(noun)
  const saveRow = async (row: Row, kind: SaveKind) => {
    const name = noun.keyOf(row)
    const changes = [changeTo(noun, row, seen.row)]
    const reply = await saving.save({ basedOn: seen.version, changes, title: savedTitle(noun, name) })
    if (reply === null) return
    setSeen({ row, version: reply.version })
    setAttempted(false)
    setWorthSaving(false)
    form.reset(noun.valuesOf(row, configuration))
    await finish({ kind, name, isNew: seen.row === null })
  }
  return {
    form,
    configuration,
    base: seen.row,
    mine: () => rowOf(form.getValues()),
    problems,
    isAttempted,
    isDirty: isTyped || isWorthSaving,
    isSaving: saving.isSaving,
    failure: saving.failure,
    submit: (kind) => {
      if (seen.row !== null && !isTyped) return void finish({ kind, name: noun.keyOf(seen.row), isNew: false })
      setAttempted(true)
      const values = form.getValues()
      if (check(values).length === 0) void saveRow(rowOf(values), kind)
    },
    saveOver: (row) => {
      const name = stored === null ? '' : noun.keyOf(stored)
      const change = noun.changeOf?.(row, stored) ?? { list: noun.list, name, row }
      void saving
        .save({ basedOn: version, changes: [change], title: savedTitle(noun, name) })
        // With nothing typed, the form follows what is stored.
        .then((reply) => (reply ? form.reset(form.getValues()) : undefined))
    },
    takeStored: () => {
      saving.reset()
      setSeen({ row: stored, version })
      form.reset(noun.valuesOf(stored, configuration))
    },
    keepEditing: saving.reset,
  }
}

function useFormOf<Row, Values extends FieldValues>(
  noun: Noun<Row, Values>,
  { template }: NounFormInput<Row>,
  row: Row | null,
): UseFormReturn<Values> {
  const { document } = useConfiguration()
  // The configuration only fills in what is absent when the form begins; later changes of it must not reset the form.
  const [atFirst] = useState(document)
  const values = useMemo(() => noun.valuesOf(row ?? template, atFirst), [noun, row, template, atFirst])
  return useForm<Values>({ values })
}

/** What is wrong with the form as it stands, found in the page while the person types. */
function useProblems<Row, Values extends FieldValues>({
  noun,
  form,
  base,
  template,
}: {
  readonly noun: Noun<Row, Values>
  readonly form: UseFormReturn<Values>
  readonly base: Row | null
  readonly template: Row | null
}) {
  const { document } = useConfiguration()
  const typed = useDeferredValue(useWatch({ control: form.control }))
  const check = useMemo(
    () =>
      (values: Values): readonly FormProblem[] => {
        const empty = [...emptyProblems(values, noun.required ?? {}), ...(noun.check?.(values) ?? [])]
        const problems = changeProblems(document, changeTo(noun, noun.rowOf(values, base ?? template), base))
        const fieldOf = (place: string) => noun.fieldOf?.(place, values) ?? place
        const others = formProblems(problems, { keyField: 'name', fieldOf })
        return [...empty, ...others.filter(({ field }) => empty.every((one) => one.field !== field))]
      },
    [document, noun, base, template],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `typed` says when the values have changed
  const problems = useMemo(() => check(form.getValues()), [typed, check, form])
  return { problems, check }
}

function savedTitle(noun: Pick<Noun<never, FieldValues>, 'words' | 'isSingle'>, name: string): string {
  return noun.isSingle ? `The ${noun.words.many} are saved` : `The ${noun.words.one} ${name} is saved`
}

function changeTo<Row>(
  noun: Pick<Noun<Row, FieldValues>, 'list' | 'keyOf' | 'documentRow' | 'changeOf'>,
  row: Row,
  base: Row | null,
): ConfigurationChange {
  if (noun.changeOf) return noun.changeOf(row, base)
  const change = { list: noun.list, name: noun.keyOf(base ?? row), row: noun.documentRow?.(row) ?? row }
  return base === null ? { ...change, create: true } : change
}

interface Finished {
  readonly kind: SaveKind
  readonly name: string
  readonly isNew: boolean
}

/** Where one is after saving: on the list, or on the page of the row, which a new one has only now. */
function useFinish<Row>(noun: Pick<Noun<Row, FieldValues>, 'path'>) {
  const navigate = useNavigate()
  return async ({ kind, name, isNew }: Finished): Promise<void> => {
    const params = { noun: noun.path, name }
    if (kind === 'saveAndClose') await navigate({ to: '/admin/$noun', params, ignoreBlocker: true })
    else if (isNew) await navigate({ to: '/admin/$noun/$name', params, replace: true, ignoreBlocker: true })
  }
}
