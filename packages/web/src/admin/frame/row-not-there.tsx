import type { ReactElement } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { sentenceCase } from '../../ui/words.ts'
import { ListLink } from './list-link.tsx'

export interface RowNotThereProps {
  readonly noun: {
    readonly path: string
    readonly words: { readonly one: string; readonly many: string }
    readonly icon: ReactElement
  }
  readonly name: string
}

/** An address names a row that is not there. */
export function RowNotThere({ noun, name }: RowNotThereProps) {
  return (
    <Page title={sentenceCase(noun.words.one)} trail={[<ListLink key="list" noun={noun} />]}>
      <EmptyState
        icon={noun.icon}
        title={`There is no ${noun.words.one} ${name}`}
        text="Somebody may have deleted or renamed it."
        action={<ListLink noun={noun} />}
      />
    </Page>
  )
}
