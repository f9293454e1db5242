import { ChatRegular } from '@fluentui/react-icons'
import { settingKinds } from '@unified-routing/contract'
import type { SettingNoun } from '../setting-frame/setting-noun.ts'
import { settingPagesOf } from '../setting-frame/setting-pages.tsx'
import { ChatWidgetTabs, chatWidgetTabOf } from './chat-widget-tabs.tsx'
import { type ChatWidgetValue, type ChatWidgetValues, settingOf, valuesOf } from './widget-values.ts'

const chatWidget: SettingNoun<ChatWidgetValue, ChatWidgetValues> = {
  kind: settingKinds.chatWidget,
  path: 'live-chat',
  lead: 'Chats on web sites. Each widget is one script tag, and sends its conversations to one workstream.',
  icon: <ChatRegular />,
  emptyText: 'A widget puts a chat on a web site: what it looks like, what it asks first, who may use it.',
  columns: [
    { key: 'title', header: 'Name', value: ({ value }) => value.title },
    { key: 'workstream', header: 'Workstream', value: ({ value }) => value.workstream },
    { key: 'language', header: 'Language', width: 'narrow', value: ({ value }) => value.language },
    { key: 'origins', header: 'Origins', width: 'wide', value: ({ value }) => originsText(value) },
    { key: 'survey', header: 'Questions', width: 'narrow', value: ({ value }) => value.survey.length },
    { key: 'hours', header: 'Operating hours', value: ({ value }) => value.operatingHours ?? 'Always open' },
    { key: 'changedBy', header: 'Changed by', isExtra: true, value: ({ changedBy }) => changedBy },
  ],
  labels: {
    title: 'Name',
    workstream: 'Workstream',
    language: 'Language',
    heading: 'Title',
    subheading: 'Subtitle',
    color: 'Theme colour',
    logoUrl: 'Logo',
    closedHeading: 'Title when closed',
    closedSubheading: 'Subtitle when closed',
    closedColor: 'Theme colour when closed',
    position: 'Position',
    representativeName: 'Name of representatives',
    origins: 'Allowed origins',
    operatingHours: 'Operating hours',
    isShownWhenClosed: 'Show the button when closed',
    survey: 'Question',
    afterSurvey: 'Closing question',
    name: 'Name',
    text: 'Text',
    options: 'Choices',
    authentication: 'Authentication',
    keysUrl: 'Address of the public keys',
    issuer: 'Issuer',
    isPersistent: 'Persistent chat',
    reconnectMinutes: 'Minutes to come back',
    showsPosition: 'Tell the position in the queue',
    showsAverageWait: 'Tell the average wait',
    takesFiles: 'Customers may send files',
    sendsFiles: 'Representatives may send files',
    fileKilobytesMax: 'Largest file, KB',
    fileEndings: 'Types of files',
    offersTranscript: 'Download the transcript',
    mailsTranscript: 'Have the transcript sent by e-mail',
    countsUnread: 'See how many messages are new',
    playsSound: 'Hear a sound with new messages',
    invitations: 'Invitation',
    afterSeconds: 'After, seconds',
    page: 'On pages',
    texts: 'Texts',
  },
  required: { title: 'Write a name.', workstream: 'Choose a workstream.', language: 'Write a language, such as en.' },
  valuesOf,
  valueOf: settingOf,
  Fields: ChatWidgetTabs,
  tabOf: chatWidgetTabOf,
}

export const chatWidgetPages = settingPagesOf(chatWidget)

function originsText({ origins }: ChatWidgetValue): string {
  return origins.length === 0 ? 'This server only' : origins.join(', ')
}
