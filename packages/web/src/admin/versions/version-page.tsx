import { Select, Toolbar, ToolbarButton } from '@fluentui/react-components'
import { ArrowDownloadRegular, ArrowResetRegular, ArrowUndoRegular } from '@fluentui/react-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { changeFailureOf } from '../../data/change-failure.ts'
import { may } from '../../data/permissions.ts'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { useSession } from '../../data/viewer.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { downloadJson } from '../../ui/download-json.ts'
import { Facts } from '../../ui/facts.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import { Problems } from '../configuration-check.tsx'
import { RowDifferences } from './row-differences.tsx'
import { useRestore } from './use-restore.ts'
import { differenceQuery, versionQuery } from './version-queries.ts'
import { kindText } from './version-words.ts'

const route = getRouteApi('/app/admin/versions/$version')

/** One version: who made it and why, how it differs from another, and the ways back. */
export function VersionPage() {
  const { version } = route.useParams()
  const { data } = useSuspenseQuery(versionQuery(version))
  const { restoring, undoing } = useRestore(version)
  return (
    <Page
      title={`Version ${version}`}
      trail={[
        <RouterLink key="versions" to="/admin/versions">
          Versions
        </RouterLink>,
      ]}
      commands={<Commands version={version} restoring={restoring} undoing={undoing} document={data.document} />}
    >
      <Failure title="Not restored" error={restoring.error} />
      <Failure title="Not taken back" error={undoing.error} />
      <Section title="About">
        <Facts
          facts={[
            { name: 'When', value: <RelativeTime at={data.at} /> },
            { name: 'Who', value: data.by ?? 'The server' },
            { name: 'What', value: kindText(data) },
            ...(data.note ? [{ name: 'Note', value: data.note }] : []),
          ]}
        />
      </Section>
      <Difference version={version} />
    </Page>
  )
}

type Restoring = ReturnType<typeof useRestore>

interface CommandsProps extends Restoring {
  readonly version: number
  readonly document: object
}

function Commands({ version, document, restoring, undoing }: CommandsProps) {
  const { version: present } = useConfiguration()
  const mayEdit = may(useSession(), 'editConfiguration')
  const [asked, setAsked] = useState<'restore' | 'undo' | null>(null)
  const isBusy = restoring.isPending || undoing.isPending
  const handleConfirm = () => {
    setAsked(null)
    if (asked === 'restore') restoring.mutate(present)
    else undoing.mutate()
  }
  return (
    <>
      <Toolbar aria-label="Commands">
        {mayEdit && version !== present ? (
          <ToolbarButton icon={<ArrowResetRegular />} disabledFocusable={isBusy} onClick={() => setAsked('restore')}>
            Roll back to this version
          </ToolbarButton>
        ) : null}
        {mayEdit ? (
          <ToolbarButton icon={<ArrowUndoRegular />} disabledFocusable={isBusy} onClick={() => setAsked('undo')}>
            Take this change back
          </ToolbarButton>
        ) : null}
        <ToolbarButton
          icon={<ArrowDownloadRegular />}
          onClick={() => downloadJson(`configuration-${version}.json`, document)}
        >
          Download
        </ToolbarButton>
      </Toolbar>
      <ConfirmDialog
        isOpen={asked !== null}
        title={asked === 'undo' ? `Take version ${version} back?` : `Roll back to version ${version}?`}
        confirmLabel={asked === 'undo' ? 'Take back' : 'Roll back'}
        onConfirm={handleConfirm}
        onCancel={() => setAsked(null)}
      >
        {asked === 'undo'
          ? 'What this version changed becomes what it was before. Later changes of other rows stay. It takes effect at once, as a new version.'
          : `Everything becomes what it was in version ${version}, also what was changed since. It takes effect at once, as a new version, and can be taken back.`}
      </ConfirmDialog>
    </>
  )
}

function Difference({ version }: { readonly version: number }) {
  const { from = version - 1 } = route.useSearch()
  const navigate = route.useNavigate()
  const { version: present } = useConfiguration()
  const { data } = useSuspenseQuery(differenceQuery(version, from === version - 1 ? undefined : from))
  const handleFrom = (value: string) => {
    const chosen = Number(value)
    void navigate({ search: chosen === version - 1 ? {} : { from: chosen } })
  }
  return (
    <Section
      title={from === version - 1 ? 'What it changed' : `Difference from version ${from}`}
      actions={
        version > 1 ? (
          <Select
            aria-label="Compare with"
            size="small"
            value={`${from}`}
            onChange={(_, { value }) => handleFrom(value)}
          >
            {choicesOf(version, present, from).map((one) => (
              <option key={one} value={one}>
                {`Compare with version ${one}`}
              </option>
            ))}
          </Select>
        ) : null
      }
    >
      <RowDifferences rows={data.difference} />
    </Section>
  )
}

const CHOICES_MAX = 100

/** Other versions, the newest first; older ones are reached by the address. */
function choicesOf(version: number, present: number, from: number): readonly number[] {
  const newest = Array.from({ length: Math.min(present, CHOICES_MAX) }, (_, index) => present - index)
  return [...new Set([...newest, version - 1, from])]
    .filter((one) => one !== version && one > 0)
    .toSorted((left, right) => right - left)
}

function Failure({ title, error }: { readonly title: string; readonly error: Error | null }) {
  if (error === null) return null
  const { text, problems, conflicts } = changeFailureOf(error)
  if (problems.length > 0) return <Problems title={title} problems={problems} />
  const rows = conflicts.map(({ list, name, changedBy }) => `${list} ${name} by ${changedBy ?? 'somebody'}`)
  return <ProblemBar title={title} text={rows.length > 0 ? `Changed again since: ${rows.join(', ')}.` : text} />
}
