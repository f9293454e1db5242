import { getRouteApi } from '@tanstack/react-router'
import type { Workstream } from '@unified-routing/routing'
import { type ReactNode, useState } from 'react'
import { SidePanel } from '../../ui/side-panel.tsx'
import { DraftCommands } from '../rules/draft/draft-commands.tsx'
import { RulesBesideTryIt } from '../rules/draft/rules-beside-try-it.tsx'
import type { RowDraft } from '../rules/draft/use-row-draft.ts'
import type { Subject } from '../rules/try-it/subject.ts'
import { TryIt } from '../rules/try-it/try-it.tsx'
import { usePreview } from '../rules/try-it/use-preview.ts'
import { StageCards } from './stage-cards.tsx'
import { StageEditor } from './stage-editor.tsx'
import { stageTitles } from './stages.ts'

const route = getRouteApi('/app/admin/workstreams/$name')

interface WayProps {
  readonly draft: RowDraft<Workstream>
  /** What keeps the draft from being saved: in the panel, while it is open. */
  readonly problems: ReactNode
}

/** The way of an item from left to right; a card opens its editor beside it. Under it, the way is tried. */
export function Way({ draft, problems }: WayProps) {
  const { stage } = route.useSearch()
  const navigate = route.useNavigate()
  const { row, configuration } = draft
  const problemCount = draft.problems.length
  const [subject, setSubject] = useState<Subject>(() => subjectFor(row))
  const preview = usePreview(problemCount > 0 ? null : configuration, subject)
  const tryIt = (
    <TryIt
      configuration={configuration}
      problemCount={problemCount}
      subject={subject}
      preview={preview}
      onChange={setSubject}
    />
  )
  return (
    <>
      <StageCards
        configuration={configuration}
        workstream={row}
        preview={preview}
        onOpen={(opened) => void navigate({ search: { stage: opened } })}
      />
      {stage === undefined ? (
        tryIt
      ) : (
        <SidePanel
          title={stageTitles[stage]}
          size="wide"
          isDirty={false}
          actions={<DraftCommands draft={draft} />}
          closeLabel="Close"
          onClose={() => void navigate({ search: {}, replace: true })}
        >
          <RulesBesideTryIt
            rules={
              <>
                {problems}
                <StageEditor stage={stage} draft={draft} preview={preview} />
              </>
            }
            tryIt={tryIt}
          />
        </SidePanel>
      )}
    </>
  )
}

function subjectFor({ name, type, table }: Workstream): Subject {
  if (type === 'record') return { kind: 'record', table: table ?? '', workstream: name, id: '', values: {} }
  return { kind: 'conversation', workstream: name, customer: '', context: {} }
}
