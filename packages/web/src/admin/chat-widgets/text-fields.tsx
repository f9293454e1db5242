import { waitingTexts } from '@unified-routing/contract'
import { englishTexts } from '@unified-routing/widget/texts'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { ChatWidgetFieldsProps } from './chat-widget-tabs.tsx'
import { textKeys, waitingTextKeys } from './widget-values.ts'

/** Every text of a widget, to be said otherwise. */
export function TextFields({ form: { control } }: ChatWidgetFieldsProps) {
  return (
    <>
      <FieldsSection
        title="While customers wait"
        lead="What those who wait are told, under each text in English. Empty: the English text. {n} and {hours} are filled in."
      >
        {waitingTextKeys.map((key) => (
          <TextField key={key} control={control} name={`texts.${key}`} label={waitingTexts[key]} />
        ))}
      </FieldsSection>
      <FieldsSection
        title="Texts"
        lead="What the widget itself says, under each text in English. Empty: the English text. {name}, {n} and the like are filled in."
      >
        {textKeys.map((key) => (
          <TextField key={key} control={control} name={`texts.${key}`} label={englishTexts[key]} />
        ))}
      </FieldsSection>
    </>
  )
}
