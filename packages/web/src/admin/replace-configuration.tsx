import { Button, Field, Text } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '@unified-routing/client'
import type { ConfigurationCheck } from '@unified-routing/contract'
import { api } from '../data/api.ts'
import { failureText, isConflict } from '../data/failure-text.ts'
import { configurationQuery } from '../data/queries.ts'
import { useNotify } from '../ui/notices.tsx'
import { ProblemBar } from '../ui/problem-bar.tsx'
import { Section } from '../ui/section.tsx'
import { Plan, Problems } from './configuration-check.tsx'
import { type ConfigurationDocument, readDocument } from './read-document.ts'
import styles from './replace-configuration.module.css'

interface Checked {
  readonly fileName: string
  readonly document: ConfigurationDocument
  readonly check: ConfigurationCheck
}

/** Takes a file, shows what it would change or what is wrong with it, and only then replaces the document. */
export function ReplaceConfiguration({ version }: { readonly version: number }) {
  const checking = useMutation({ mutationFn: checkFile })
  const replacing = useReplace(version, checking.reset)
  const checked = checking.data
  return (
    <Section title="Replace from a file" lead="The file is checked first. It is taken whole or not at all.">
      <Field label="Configuration file (JSON)">
        {(field) => (
          <input
            {...field}
            type="file"
            accept="application/json,.json"
            className={styles.file}
            onChange={(event) => {
              const file = event.target.files?.[0]
              replacing.reset()
              if (file) checking.mutate(file)
            }}
          />
        )}
      </Field>
      {checking.error ? <ProblemBar title="The file cannot be checked" text={failureText(checking.error)} /> : null}
      {replacing.error ? <ReplaceFailure error={replacing.error} /> : null}
      {checked ? (
        <CheckResult checked={checked} isBusy={replacing.isPending} onReplace={() => replacing.mutate(checked)} />
      ) : null}
    </Section>
  )
}

interface CheckResultProps {
  readonly checked: Checked
  readonly isBusy: boolean
  readonly onReplace: () => void
}

function CheckResult({ checked: { fileName, check }, isBusy, onReplace }: CheckResultProps) {
  if (!check.ok) return <Problems problems={check.problems} title={`${fileName} cannot be used`} />
  if (check.plan.length === 0) return <Text>{fileName} changes nothing.</Text>
  return (
    <>
      <Plan plan={check.plan} />
      <div>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={onReplace}>
          Replace the configuration
        </Button>
      </div>
    </>
  )
}

function ReplaceFailure({ error }: { readonly error: Error }) {
  if (isConflict(error)) {
    return (
      <ProblemBar
        title="Somebody else changed the configuration meanwhile"
        text="Look at the present document, then choose the file again."
      />
    )
  }
  if (error instanceof ApiError && error.errors.length > 0)
    return <Problems title="Not replaced" problems={error.errors} />
  return <ProblemBar title="Not replaced" text={failureText(error)} />
}

async function checkFile(file: File): Promise<Checked> {
  const document = await readDocument(file)
  return { fileName: file.name, document, check: await api.configuration.validate(document) }
}

function useReplace(version: number, onReplaced: () => void) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: ({ document }: Checked) => api.configuration.replace(document, version),
    onSuccess: async (replaced) => {
      onReplaced()
      notify({ title: `Configuration ${replaced.version} is in force`, intent: 'success' })
      await queryClient.invalidateQueries()
    },
    onError: () => queryClient.invalidateQueries(configurationQuery),
  })
}
