import { Toolbar, ToolbarButton } from '@fluentui/react-components'
import { ArrowClockwiseRegular, ArrowDownloadRegular, LinkRegular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import type { Diagnostics, JournalEvent } from '@unified-routing/contract'
import { diagnosticsQuery, journalQuery } from '../data/queries.ts'
import { downloadJson } from '../ui/download-json.ts'
import { useNotify } from '../ui/notices.tsx'

export interface DiagnosticsCommandsProps {
  readonly diagnostics: Diagnostics
  readonly events: readonly JournalEvent[]
}

/** Pass it on: as a link, or as a file with all that the page shows. */
export function DiagnosticsCommands({ diagnostics, events }: DiagnosticsCommandsProps) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  const { id } = diagnostics.workItem
  const handleCopy = () =>
    void navigator.clipboard.writeText(window.location.href).then(
      () => notify({ title: 'Link copied', intent: 'success' }),
      () => notify({ title: 'Not copied', text: 'Copy it from the address bar.', intent: 'warning' }),
    )
  const handleRefresh = () => {
    void queryClient.invalidateQueries(diagnosticsQuery(id))
    void queryClient.invalidateQueries(journalQuery(id))
  }
  return (
    <Toolbar aria-label="Commands">
      <ToolbarButton icon={<LinkRegular />} onClick={handleCopy}>
        Copy link
      </ToolbarButton>
      <ToolbarButton
        icon={<ArrowDownloadRegular />}
        onClick={() => downloadJson(`work-item-${id}.json`, { ...diagnostics, journal: events })}
      >
        Download JSON
      </ToolbarButton>
      <ToolbarButton icon={<ArrowClockwiseRegular />} onClick={handleRefresh}>
        Refresh
      </ToolbarButton>
    </Toolbar>
  )
}
