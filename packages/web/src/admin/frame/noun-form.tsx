import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { getRouteApi } from '@tanstack/react-router'
import { useRef } from 'react'
import type { FieldValues } from 'react-hook-form'
import { may } from '../../data/permissions.ts'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { useSession } from '../../data/viewer.ts'
import { UnsavedGuard } from '../../records/unsaved-guard.tsx'
import { useLookupTitle } from '../../records/use-lookup-title.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { ChangeHistory } from './change-history.tsx'
import { Conflict } from './conflict.tsx'
import { FormContext } from './form-context.ts'
import { ListLink } from './list-link.tsx'
import { copyName } from './listed-rows.ts'
import { Meanwhile } from './meanwhile.tsx'
import type { Noun } from './noun.ts'
import styles from './noun-form.module.css'
import { NounFormCommands } from './noun-form-commands.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { RowNotThere } from './row-not-there.tsx'
import { UnsavedBadge } from './unsaved-badge.tsx'
import { useLastSeen } from './use-last-seen.ts'
import { type NounForm, type NounFormInput, useNounForm } from './use-noun-form.ts'

const newRoute = getRouteApi('/app/admin/new/$noun')

/** The page of a row that is stored. */
export function StoredRowPage<Row, Values extends FieldValues>({
  noun,
  name,
}: {
  readonly noun: Noun<Row, Values>
  readonly name: string
}) {
  const { document } = useConfiguration()
  const stored = noun.rowsOf(document).find((row) => noun.keyOf(row) === name)
  const shown = useLastSeen(name, stored)
  if (shown === undefined) return <RowNotThere noun={noun} name={name} />
  return <RowForm key={name} noun={noun} stored={shown} template={null} isGone={stored === undefined} />
}

/** The page of a row that is not there yet, perhaps as a copy of another. */
export function NewRowPage<Row, Values extends FieldValues>({ noun }: { readonly noun: Noun<Row, Values> }) {
  const { copyOf } = newRoute.useSearch()
  const { document } = useConfiguration()
  // Found once: the copy must not follow its original while it is being edited.
  const template = useRef<Row | null | undefined>(undefined)
  if (template.current === undefined) template.current = copied(noun, noun.rowsOf(document), copyOf)
  return <RowForm noun={noun} stored={null} template={template.current} />
}

function copied<Row>(noun: Pick<Noun<Row, FieldValues>, 'keyOf' | 'withName'>, rows: readonly Row[], name?: string) {
  const original = rows.find((row) => noun.keyOf(row) === name)
  if (name === undefined || original === undefined) return null
  return noun.withName?.(original, copyName(name, rows.map(noun.keyOf))) ?? null
}

interface RowFormProps<Row, Values extends FieldValues> extends NounFormInput<Row> {
  readonly noun: Noun<Row, Values>
  /** Somebody has deleted the stored row meanwhile. */
  readonly isGone?: boolean
}

function RowForm<Row, Values extends FieldValues>(props: RowFormProps<Row, Values>) {
  const { noun, stored, template, isGone = false } = props
  const nounForm = useNounForm(noun, { stored, template })
  const title = useTitle(noun, stored, nounForm)
  const session = useSession()
  const mayEdit = may(session, noun.editableBy ?? 'editConfiguration')
  const mayEditPart = noun.partlyEditableBy !== undefined && may(session, noun.partlyEditableBy)
  const fixed = stored === null ? null : (noun.fixedBecause?.(stored) ?? null)
  const isReadOnly = !mayEdit || fixed !== null
  if (stored !== null && isGone && !nounForm.isDirty) return <RowNotThere noun={noun} name={noun.keyOf(stored)} />
  return (
    <FormContext value={{ problems: nounForm.problems, isAttempted: nounForm.isAttempted, isReadOnly }}>
      <Page
        title={title}
        trail={noun.isSingle ? [] : [<ListLink key="list" noun={noun} />]}
        {...(noun.isSingle ? { lead: noun.lead } : {})}
        badge={nounForm.isDirty ? <UnsavedBadge /> : null}
        commands={
          <>
            {isReadOnly && !mayEditPart ? null : (
              <NounFormCommands noun={noun} stored={stored} nounForm={nounForm} isPartly={isReadOnly} />
            )}
            {stored === null ? null : <ChangeHistory {...subjectOf(noun, stored)} labels={noun.labels} />}
          </>
        }
      >
        {fixed === null ? null : (
          <MessageBar intent="info">
            <MessageBarBody>{fixed}</MessageBarBody>
          </MessageBar>
        )}
        <Meanwhile noun={noun} stored={stored} edit={nounForm} isGone={isGone} />
        {isGone ? null : <SaveFailure noun={noun} stored={stored} nounForm={nounForm} />}
        <ProblemSummary noun={noun} problems={nounForm.isAttempted ? nounForm.problems : []} />
        <div className={styles.body}>
          <noun.Fields
            form={nounForm.form}
            configuration={nounForm.configuration}
            row={stored}
            isReadOnly={isReadOnly}
          />
          {stored !== null && noun.Aside ? <noun.Aside row={stored} configuration={nounForm.configuration} /> : null}
        </div>
        <UnsavedGuard isDirty={nounForm.isDirty} />
      </Page>
    </FormContext>
  )
}

/** What the audit log calls the row. */
function subjectOf<Row, Values extends FieldValues>(noun: Noun<Row, Values>, row: Row) {
  return noun.isSingle ? { list: 'organization', name: null } : { list: noun.list, name: noun.keyOf(row) }
}

function useTitle<Row, Values extends FieldValues>(
  noun: Noun<Row, Values>,
  stored: Row | null,
  { configuration }: NounForm<Row, Values>,
): string {
  const lookupTitle = useLookupTitle(stored === null ? null : (noun.namedAfter?.(stored) ?? null))
  if (stored === null) return `New ${noun.words.one}`
  return lookupTitle ?? noun.titleOf?.(stored, configuration) ?? noun.keyOf(stored)
}

interface SaveFailureProps<Row, Values extends FieldValues> {
  readonly noun: Noun<Row, Values>
  readonly stored: Row | null
  readonly nounForm: NounForm<Row, Values>
}

/** Why the server did not take it: somebody was faster, or it found what the page could not. */
function SaveFailure<Row, Values extends FieldValues>({ noun, stored, nounForm }: SaveFailureProps<Row, Values>) {
  const { failure } = nounForm
  if (failure === null) return null
  const conflict = failure.conflicts[0]
  if (conflict && stored !== null) {
    return <Conflict noun={noun} conflict={conflict} stored={stored} edit={nounForm} />
  }
  const details = failure.problems.map(({ path, message }) => `${path}: ${message}`)
  return <ProblemBar title="Not saved" text={[failure.text, ...details].join(' ')} />
}
