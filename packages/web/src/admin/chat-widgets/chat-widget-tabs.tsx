import { useFormState } from '../frame/form-context.ts'
import type { NounFieldsProps } from '../frame/noun.ts'
import { type NounTab, NounTabs } from '../frame/noun-tabs.tsx'
import type { SettingFieldsProps } from '../setting-frame/setting-noun.ts'
import { BehaviourFields, SecurityFields } from './behaviour-fields.tsx'
import { EmbedFields } from './embed-fields.tsx'
import { LookFields } from './look-fields.tsx'
import { SurveyFields } from './survey-fields.tsx'
import { TextFields } from './text-fields.tsx'
import type { ChatWidgetValues } from './widget-values.ts'

/** `row` is the name of the widget that is stored. */
export type ChatWidgetFieldsProps = NounFieldsProps<string, ChatWidgetValues>

const tabs: readonly NounTab<string, ChatWidgetValues>[] = [
  { key: 'look', title: 'Chat widget', Fields: LookFields, isForNew: true },
  { key: 'survey', title: 'Survey', Fields: SurveyFields, isForNew: true },
  { key: 'behaviour', title: 'Behaviour', Fields: BehaviourFields, isForNew: true },
  { key: 'security', title: 'Security', Fields: SecurityFields, isForNew: true },
  { key: 'texts', title: 'Texts', Fields: TextFields, isForNew: true },
  { key: 'embed', title: 'Script tag', Fields: EmbedFields, isForNew: false },
]

const tabOfField: Readonly<Record<string, string>> = {
  survey: 'survey',
  afterSurvey: 'survey',
  texts: 'texts',
  origins: 'security',
  authentication: 'security',
  keysUrl: 'security',
  issuer: 'security',
  isPersistent: 'security',
  operatingHours: 'behaviour',
  isShownWhenClosed: 'behaviour',
  showsPosition: 'behaviour',
  showsAverageWait: 'behaviour',
  reconnectMinutes: 'behaviour',
  takesFiles: 'behaviour',
  sendsFiles: 'behaviour',
  fileKilobytesMax: 'behaviour',
  fileEndings: 'behaviour',
  offersTranscript: 'behaviour',
  mailsTranscript: 'behaviour',
  countsUnread: 'behaviour',
  playsSound: 'behaviour',
  invitations: 'behaviour',
}

/** The tab in which a field lies. */
export function chatWidgetTabOf(field: string): string {
  return tabOfField[field.split('.', 1)[0] ?? ''] ?? 'look'
}

/** The form of a widget, in the order of the reference's dialog. */
export function ChatWidgetTabs({ form, configuration, name }: SettingFieldsProps<ChatWidgetValues>) {
  const { isReadOnly } = useFormState()
  const fields = { form, configuration, row: name, isReadOnly }
  return <NounTabs label="Parts of the widget" tabs={tabs} tabOf={chatWidgetTabOf} fields={fields} />
}
