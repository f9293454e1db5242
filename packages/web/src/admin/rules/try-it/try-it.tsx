import { Text } from '@fluentui/react-components'
import type { Configuration, Preview } from '@unified-routing/routing'
import { Section } from '../../../ui/section.tsx'
import { Outcome } from './outcome.tsx'
import type { Subject } from './subject.ts'
import { SubjectForm } from './subject-form.tsx'

export interface TryItProps {
  /** The draft, with mistakes or without. */
  readonly configuration: Configuration
  readonly problemCount: number
  readonly subject: Subject
  readonly preview: Preview | null
  readonly onChange: (subject: Subject) => void
}

/** Tries the rules as they stand on the page, saved or not, with the people as they are now. */
export function TryIt({ configuration, problemCount, subject, preview, onChange }: TryItProps) {
  return (
    <Section
      title="Try it"
      lead="The rules as they stand here, saved or not, and the people as they are now. Nothing is routed."
    >
      <SubjectForm configuration={configuration} subject={subject} onChange={onChange} />
      {problemCount > 0 ? <Text>Correct what is wrong with the rules first; then they can be tried.</Text> : null}
      {preview === null ? null : <Outcome preview={preview} />}
    </Section>
  )
}
