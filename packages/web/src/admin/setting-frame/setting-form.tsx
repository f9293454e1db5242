import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Setting } from '@unified-routing/client'
import type { Titled } from '@unified-routing/contract'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { may } from '../../data/permissions.ts'
import { settingsQuery } from '../../data/setting-queries.ts'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { useSession } from '../../data/viewer.ts'
import { UnsavedGuard } from '../../records/unsaved-guard.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { ChangeHistory } from '../frame/change-history.tsx'
import { Conflict } from '../frame/conflict.tsx'
import { FormContext } from '../frame/form-context.ts'
import { ListLink } from '../frame/list-link.tsx'
import { copyName } from '../frame/listed-rows.ts'
import { Meanwhile } from '../frame/meanwhile.tsx'
import styles from '../frame/noun-form.module.css'
import { ProblemSummary } from '../frame/problem-summary.tsx'
import { RowNotThere } from '../frame/row-not-there.tsx'
import { UnsavedBadge } from '../frame/unsaved-badge.tsx'
import { useLastSeen } from '../frame/use-last-seen.ts'
import { SecretFields } from './secret-fields.tsx'
import { SettingCommands } from './setting-commands.tsx'
import type { SettingNoun } from './setting-noun.ts'
import { type SettingForm, type SettingFormInput, useSettingForm } from './use-setting-form.ts'

const newRoute = getRouteApi('/app/admin/new/$noun')

interface SettingPageProps<Value extends Titled, Values extends FieldValues> {
  readonly noun: SettingNoun<Value, Values>
}

/** The page of a setting that is stored. */
export function StoredSettingPage<Value extends Titled, Values extends FieldValues>({
  noun,
  name,
}: SettingPageProps<Value, Values> & { readonly name: string }) {
  const { data: all } = useSuspenseQuery(settingsQuery(noun.kind))
  const stored = all.find((setting) => setting.name === name)
  const shown = useLastSeen(name, stored)
  if (shown === undefined) return <RowNotThere noun={{ ...noun, words: noun.kind.words }} name={name} />
  return (
    <Form key={name} noun={noun} stored={shown} isGone={stored === undefined} template={null} taken={namesOf(all)} />
  )
}

/** The page of a setting that is not there yet, perhaps as a copy of another. */
export function NewSettingPage<Value extends Titled, Values extends FieldValues>({
  noun,
}: SettingPageProps<Value, Values>) {
  const { copyOf } = newRoute.useSearch()
  const { data: all } = useSuspenseQuery(settingsQuery(noun.kind))
  // Found once: the copy must not follow its original while it is being edited.
  const [template] = useState(() => copied(all, copyOf))
  return <Form noun={noun} stored={null} isGone={false} template={template} taken={namesOf(all)} />
}

function copied<Value extends Titled>(all: readonly Setting<Value>[], name: string | undefined): Value | null {
  const original = all.find((setting) => setting.name === name)
  if (original === undefined) return null
  const titles = all.map(({ value }) => value.title)
  return { ...original.value, title: copyName(original.value.title, titles) }
}

function namesOf(all: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(all.map(({ name }) => name))
}

interface FormProps<Value extends Titled, Values extends FieldValues>
  extends SettingPageProps<Value, Values>,
    SettingFormInput<Value> {
  /** Somebody has deleted the stored one meanwhile. */
  readonly isGone: boolean
}

function Form<Value extends Titled, Values extends FieldValues>(props: FormProps<Value, Values>) {
  const { noun, stored, isGone } = props
  const { kind, labels, Fields } = noun
  const { document: configuration } = useConfiguration()
  const edit = useSettingForm(noun, props)
  const isReadOnly = !may(useSession(), kind.editedBy)
  const words = { ...noun, words: kind.words }
  if (stored !== null && isGone && !edit.isDirty) return <RowNotThere noun={words} name={stored.value.title} />
  return (
    <FormContext value={{ problems: edit.problems, isAttempted: edit.isAttempted, isReadOnly }}>
      <Page
        title={stored === null ? `New ${kind.words.one}` : stored.value.title}
        trail={[<ListLink key="list" noun={words} />]}
        badge={edit.isDirty ? <UnsavedBadge /> : null}
        commands={
          <>
            {isReadOnly ? null : <SettingCommands noun={noun} stored={isGone ? null : stored} edit={edit} />}
            {stored === null ? null : <ChangeHistory list={kind.kind} name={stored.name} labels={labels} />}
          </>
        }
      >
        <Meanwhile noun={words} stored={stored?.value ?? null} edit={edit} isGone={isGone} />
        {isGone ? null : <SaveFailure noun={noun} stored={stored} edit={edit} />}
        <ProblemSummary noun={noun} problems={edit.isAttempted ? edit.problems : []} />
        <div className={styles.body}>
          <Fields form={edit.form} configuration={configuration} name={stored?.name ?? null} />
          <SecretFields
            labels={kind.secrets}
            set={stored?.secrets ?? {}}
            drafts={edit.secrets}
            onChange={edit.setSecrets}
          />
        </div>
        <UnsavedGuard isDirty={edit.isDirty} />
      </Page>
    </FormContext>
  )
}

interface SaveFailureProps<Value extends Titled, Values extends FieldValues> extends SettingPageProps<Value, Values> {
  readonly stored: Setting<Value> | null
  readonly edit: SettingForm<Value, Values>
}

/** Why the server did not take it: somebody was faster, or it found what the page could not. */
function SaveFailure<Value extends Titled, Values extends FieldValues>(props: SaveFailureProps<Value, Values>) {
  const { noun, stored, edit } = props
  if (edit.failure === null) return null
  if (stored !== null && edit.isStale)
    return <Conflict noun={noun} conflict={stored} stored={stored.value} edit={edit} />
  const details = edit.failure.problems.map(({ path, message }) => `${path}: ${message}`)
  return <ProblemBar title="Not saved" text={[edit.failure.text, ...details].join(' ')} />
}
