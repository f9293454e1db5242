import { Button, Field, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '@unified-routing/client'
import type { ConfigurationCheck, RowDifference } from '@unified-routing/contract'
import {
  type Configuration,
  documentDifference,
  fieldDifferences,
  type RowChange,
  validateConfiguration,
} from '@unified-routing/routing'
import { type DragEvent, useState } from 'react'
import { api } from '../data/api.ts'
import { failureText, isConflict } from '../data/failure-text.ts'
import { configurationQuery } from '../data/queries.ts'
import { useNotify } from '../ui/notices.tsx'
import { ProblemBar } from '../ui/problem-bar.tsx'
import { Section } from '../ui/section.tsx'
import { countOf } from '../ui/words.ts'
import { Problems } from './configuration-check.tsx'
import styles from './import-configuration.module.css'
import { type ConfigurationDocument, readDocument } from './read-document.ts'
import { RowDifferences } from './versions/row-differences.tsx'

interface Checked {
  readonly fileName: string
  readonly document: ConfigurationDocument
  readonly check: ConfigurationCheck
  /** Against the document that the check was made with; empty when there are problems. */
  readonly plan: readonly RowDifference[]
}

export interface ImportConfigurationProps {
  readonly version: number
  readonly present: Configuration
}

/** Takes a file, shows what it would change or what is wrong with it, and only then replaces the document. */
export function ImportConfiguration({ version, present }: ImportConfigurationProps) {
  const checking = useMutation({ mutationFn: (file: File) => checkFile(file, present) })
  const importing = useImport(checking.reset)
  const checked = checking.data
  const handleFile = (file: File | undefined) => {
    importing.reset()
    if (file) checking.mutate(file)
  }
  return (
    <Section title="Import" lead="The file is checked first. It is taken whole or not at all, as a new version.">
      <FileDrop onFile={handleFile} />
      {checking.error ? <ProblemBar title="The file cannot be checked" text={failureText(checking.error)} /> : null}
      {importing.error ? <ImportFailure error={importing.error} /> : null}
      {checked ? (
        <CheckResult
          checked={checked}
          isStale={checked.check.version !== version}
          isBusy={importing.isPending}
          onImport={() => importing.mutate(checked)}
        />
      ) : null}
    </Section>
  )
}

/** Chosen by a button or dropped anywhere on the field. */
function FileDrop({ onFile }: { readonly onFile: (file: File | undefined) => void }) {
  const [isOver, setOver] = useState(false)
  const handleDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFile(event.dataTransfer.files[0])
  }
  return (
    // Dropping is a shortcut for the mouse; the input inside does the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={styles.drop}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={handleDrop}
    >
      <Field label="Configuration file (YAML or JSON)" hint="Choose a file, or drop one here.">
        {(field) => (
          <input
            {...field}
            type="file"
            accept=".yaml,.yml,.json,application/yaml,application/json"
            className={styles.file}
            onChange={(event) => {
              onFile(event.target.files?.[0])
              // The same file, corrected meanwhile, can be chosen again.
              event.target.value = ''
            }}
          />
        )}
      </Field>
    </div>
  )
}

interface CheckResultProps {
  readonly checked: Checked
  readonly isStale: boolean
  readonly isBusy: boolean
  readonly onImport: () => void
}

function CheckResult({ checked, isStale, isBusy, onImport }: CheckResultProps) {
  const { fileName, check, plan } = checked
  if (!check.ok) return <Problems problems={check.problems} title={`${fileName} cannot be used`} />
  if (plan.length === 0) return <Text>{fileName} changes nothing.</Text>
  return (
    <>
      <Findings findings={check.findings} />
      <Text weight="semibold">What {fileName} would change:</Text>
      <RowDifferences rows={plan} />
      {isStale ? (
        <ProblemBar
          title="Somebody else changed the configuration meanwhile"
          text="Choose the file again to see what it would change now."
        />
      ) : (
        <div>
          <Button appearance="primary" disabledFocusable={isBusy} onClick={onImport}>
            Import {fileName}
          </Button>
        </div>
      )}
    </>
  )
}

const FINDINGS_SHOWN_MAX = 20

/** What the file allows but hardly means. */
function Findings({ findings }: { readonly findings: ConfigurationCheck['findings'] }) {
  if (findings.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{countOf(findings.length, 'warning')}</MessageBarTitle>
        <ul>
          {findings.slice(0, FINDINGS_SHOWN_MAX).map(({ code, path, message, remedy }) => (
            <li key={`${code} ${path}`}>
              {message} {remedy}
            </li>
          ))}
        </ul>
        {findings.length > FINDINGS_SHOWN_MAX ? `And ${findings.length - FINDINGS_SHOWN_MAX} more.` : null}
      </MessageBarBody>
    </MessageBar>
  )
}

function ImportFailure({ error }: { readonly error: Error }) {
  if (isConflict(error)) {
    return (
      <ProblemBar
        title="Somebody else changed the configuration meanwhile"
        text="Choose the file again to see what it would change now."
      />
    )
  }
  if (error instanceof ApiError && error.errors.length > 0)
    return <Problems title="Not imported" problems={error.errors} />
  return <ProblemBar title="Not imported" text={failureText(error)} />
}

async function checkFile(file: File, present: Configuration): Promise<Checked> {
  const document = await readDocument(file)
  const check = await api.configuration.validate(document)
  const validation = check.ok ? validateConfiguration(document) : null
  const changes = validation?.ok ? documentDifference(present, validation.configuration) : []
  return { fileName: file.name, document, check, plan: changes.map(plannedOf) }
}

function plannedOf({ list, name, before, after }: RowChange): RowDifference {
  const change = name === null ? 'change' : before === null ? 'add' : after === null ? 'remove' : 'change'
  const sides = { before: before ?? undefined, after: after ?? undefined }
  const fields = change === 'change' && name !== null ? fieldDifferences(before, after) : [{ path: '', ...sides }]
  return { change, list, name: name ?? 'order', fields }
}

function useImport(onImported: () => void) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: ({ document, check }: Checked) => api.configuration.replace(document, check.version),
    onSuccess: async (imported) => {
      onImported()
      notify({ title: `Imported: configuration ${imported.version} is in force`, intent: 'success' })
      await queryClient.invalidateQueries()
    },
    onError: () => queryClient.invalidateQueries(configurationQuery),
  })
}
