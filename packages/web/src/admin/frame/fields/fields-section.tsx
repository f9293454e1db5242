import { Section, type SectionProps } from '../../../ui/section.tsx'
import styles from '../noun-form.module.css'

/** A card of fields, beside each other where there is room. */
export function FieldsSection({ children, ...section }: SectionProps) {
  return (
    <Section {...section}>
      <div className={styles.fields}>{children}</div>
    </Section>
  )
}
