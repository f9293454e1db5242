import { isColor, textColorOn } from '@unified-routing/widget/colors'
import { useWatch } from 'react-hook-form'
import { Section } from '../../ui/section.tsx'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { ReferenceField } from '../frame/fields/reference-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import styles from '../frame/noun-form.module.css'
import { conversationWorkstreams } from '../setting-pages/workstreams-of.ts'
import type { ChatWidgetFieldsProps } from './chat-widget-tabs.tsx'
import pictures from './look-fields.module.css'

const positions = [
  { value: 'right', label: 'Lower right' },
  { value: 'left', label: 'Lower left' },
]
const names = [
  { value: 'full', label: 'Full name' },
  { value: 'first', label: 'First name' },
  { value: 'last', label: 'Last name' },
  { value: 'nickname', label: 'Nickname' },
]

/** Where the conversations of a widget go, and what customers see of it. */
export function LookFields({ form: { control }, configuration, row }: ChatWidgetFieldsProps) {
  const workstreams = conversationWorkstreams(configuration).filter(({ detail }) => detail === 'liveChat')
  return (
    <>
      <FieldsSection title="Channel">
        <TextField control={control} name="title" label="Name" hint="For you; customers do not see it." isRequired />
        <ReferenceField
          control={control}
          name="workstream"
          label="Workstream"
          hint="Where its conversations go. It cannot be changed later."
          choices={workstreams}
          isRequired
          isFixed={row !== null}
        />
        <TextField control={control} name="language" label="Language" hint="Such as en, fr or pt-BR." isRequired />
      </FieldsSection>
      <Section title="Look">
        <div className={styles.fields}>
          <TextField control={control} name="heading" label="Title" />
          <TextField control={control} name="subheading" label="Subtitle" />
          <TextField
            control={control}
            name="color"
            label="Theme colour"
            hint="Six digits, such as #115ea3."
            isRequired
          />
          <TextField control={control} name="logoUrl" label="Logo" hint="Address of a picture. Empty: none." />
          <ChoiceField control={control} name="position" label="Position" choices={positions} />
          <ChoiceField
            control={control}
            name="representativeName"
            label="Name of representatives"
            hint="How customers see who answers. Who has no nickname is shown by first name."
            choices={names}
          />
        </div>
        <Picture control={control} />
      </Section>
      <FieldsSection title="Look when closed" lead="Where a field is empty, it looks as otherwise.">
        <TextField control={control} name="closedHeading" label="Title when closed" />
        <TextField control={control} name="closedSubheading" label="Subtitle when closed" />
        <TextField
          control={control}
          name="closedColor"
          label="Theme colour when closed"
          hint="Six digits, such as #616161."
        />
      </FieldsSection>
    </>
  )
}

/** Header and button in the chosen colour. */
function Picture({ control }: { readonly control: ChatWidgetFieldsProps['form']['control'] }) {
  const [color, heading, subheading] = useWatch({ control, name: ['color', 'heading', 'subheading'] })
  const fill = isColor(color) ? color : '#808080'
  const ink = textColorOn(fill)
  return (
    <svg className={pictures.picture} viewBox="0 0 400 64" role="img" aria-label={`Preview: ${heading} on ${fill}`}>
      <rect width="320" height="64" rx="8" fill={fill} />
      <text x="16" y="28" fill={ink} className={pictures.heading}>
        {heading}
      </text>
      <text x="16" y="48" fill={ink} className={pictures.subheading}>
        {subheading}
      </text>
      <circle cx="366" cy="32" r="28" fill={fill} />
      <path d="M355 22h22v14h-12l-6 6v-6h-4z" fill="none" stroke={ink} strokeWidth="2" strokeLinejoin="round" />
    </svg>
  )
}
