import { AddRegular } from '@fluentui/react-icons'
import { may } from '../../data/permissions.ts'
import { useSession } from '../../data/viewer.ts'
import { RouterButton } from '../../ui/router-links.tsx'
import type { ListWords } from './noun.ts'

/** The way to a new row, for those who may make one. */
export function NewButton<Row>({ noun }: { readonly noun: ListWords<Row> }) {
  if (!may(useSession(), noun.editableBy ?? 'editConfiguration')) return null
  return (
    <RouterButton appearance="primary" icon={<AddRegular />} to="/admin/new/$noun" params={{ noun: noun.path }}>
      New {noun.words.one}
    </RouterButton>
  )
}
