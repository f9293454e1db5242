import { Button, Field, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { may } from '../../data/permissions.ts'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { useSession } from '../../data/viewer.ts'
import { downloadText } from '../../ui/download-text.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import { countOf } from '../../ui/words.ts'
import { useSave } from '../frame/use-save.ts'
import { changesBetween } from './changes-between.ts'
import { ImportColumns } from './import-columns.tsx'
import styles from './import-page.module.css'
import { ImportRows } from './import-rows.tsx'
import { templateCsv } from './people-csv.ts'
import { type ImportPlan, planImport } from './plan-import.ts'

/** More than this is no table of people. */
const FILE_BYTES_MAX = 10 * 1024 * 1024

interface ChosenFile {
  readonly name: string
  readonly text: string
}

/** Adds and changes users from a table: the file is read and judged first, and applied when the person says so. */
export function ImportPage() {
  const { document } = useConfiguration()
  const mayImport = may(useSession(), 'editConfiguration')
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const plan = useMemo(() => (file ? planImport(document, file.text) : null), [document, file])
  const handleFile = (chosen: File) => {
    setFile(null)
    setFailure(null)
    if (chosen.size > FILE_BYTES_MAX) return setFailure(`${chosen.name} is larger than 10 MB. Split it.`)
    chosen.text().then(
      (text) => setFile({ name: chosen.name, text }),
      () => setFailure(`${chosen.name} cannot be read. Choose it again.`),
    )
  }
  return (
    <Page
      title="Import users"
      trail={[
        <RouterLink key="list" to="/admin/users">
          User management
        </RouterLink>,
      ]}
      lead="A table with one row for each user. Nothing changes before you have seen what would and said so."
      commands={
        <Button
          icon={<ArrowDownloadRegular />}
          onClick={() => downloadText('users-template.csv', templateCsv(document), 'text/csv')}
        >
          Download a template
        </Button>
      }
    >
      {mayImport ? <FilePicker onFile={handleFile} /> : <NotAllowed />}
      {failure ? <ProblemBar title="The file cannot be used" text={failure} /> : null}
      {file && plan ? <Planned key={file.name} file={file} plan={plan} onDone={() => setFile(null)} /> : null}
      <ImportColumns />
    </Page>
  )
}

function NotAllowed() {
  return (
    <MessageBar intent="info">
      <MessageBarBody>
        CSR Managers, Omnichannel Administrators and System Administrators may import users.
      </MessageBarBody>
    </MessageBar>
  )
}

function FilePicker({ onFile }: { readonly onFile: (file: File) => void }) {
  return (
    <Section title="File">
      <Field
        label="Table of users (CSV)"
        hint="UTF-8, with commas, semicolons or tabs between the values. Headings may come in any order."
      >
        {(field) => (
          <input
            {...field}
            type="file"
            accept=".csv,text/csv"
            className={styles.file}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) onFile(file)
              // The same file, corrected meanwhile, can be chosen again.
              event.target.value = ''
            }}
          />
        )}
      </Field>
    </Section>
  )
}

interface PlannedProps {
  readonly file: ChosenFile
  readonly plan: ImportPlan
  readonly onDone: () => void
}

function Planned({ file, plan, onDone }: PlannedProps) {
  const { document, version } = useConfiguration()
  const { save, isSaving, failure } = useSave()
  const navigate = useNavigate()
  if (plan.problem !== null) return <ProblemBar title={`${file.name} cannot be used`} text={plan.problem} />
  const count = (outcome: ImportPlan['rows'][number]['outcome']) =>
    plan.rows.filter((row) => row.outcome === outcome).length
  const [added, changed, refused] = [count('new'), count('changed'), count('problem')]
  const handleImport = async () => {
    const changes = changesBetween(document, plan.document)
    const title = `Imported: ${added} new, ${changed} changed`
    if (!(await save({ basedOn: version, changes, title }))) return
    onDone()
    await navigate({ to: '/admin/users' })
  }
  return (
    <Section title={`What ${file.name} would do`}>
      {failure ? <ProblemBar title="Not imported" text={failure.text} /> : null}
      {plan.ignored.length > 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            Nothing is known of these headings, so their columns are left alone: {plan.ignored.join(', ')}.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <Text aria-live="polite">
        {added} new, {changed} changed, {count('unchanged')} unchanged, {countOf(refused, 'row')} with a problem.
        {refused > 0 ? ' Rows with a problem are left out; correct the file and choose it again to take them too.' : ''}
      </Text>
      {added + changed > 0 ? (
        <div>
          <Button appearance="primary" disabledFocusable={isSaving} onClick={() => void handleImport()}>
            Import {countOf(added + changed, 'user')}
            {refused > 0 ? ` and leave out ${countOf(refused, 'row')}` : ''}
          </Button>
        </div>
      ) : null}
      <ImportRows rows={plan.rows} />
    </Section>
  )
}
