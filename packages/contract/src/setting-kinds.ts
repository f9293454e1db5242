import type { SettingKind } from './setting-kind.ts'
import { alert } from './setting-kinds/alert.ts'
import { automatedMessages } from './setting-kinds/automated-messages.ts'
import { bot } from './setting-kinds/bot.ts'
import { chatWidget } from './setting-kinds/chat-widget.ts'
import { disposition } from './setting-kinds/disposition.ts'
import { nickname } from './setting-kinds/nickname.ts'
import { notificationTemplate } from './setting-kinds/notification-template.ts'
import { quickReply } from './setting-kinds/quick-reply.ts'
import { requiredDisposition } from './setting-kinds/required-disposition.ts'
import { serviceLevel } from './setting-kinds/service-level.ts'
import { supervisorView } from './setting-kinds/supervisor-view.ts'

export const settingKindNames = [
  'quickReply',
  'disposition',
  'requiredDisposition',
  'chatWidget',
  'serviceLevel',
  'supervisorView',
  'alert',
  'notificationTemplate',
  'nickname',
  'bot',
  'automatedMessages',
] as const
export type SettingKindName = (typeof settingKindNames)[number]

/** Every kind of settings by its name. docs/settings.md says how to add one. */
export const settingKinds = {
  quickReply,
  disposition,
  requiredDisposition,
  chatWidget,
  serviceLevel,
  supervisorView,
  notificationTemplate,
  alert,
  nickname,
  bot,
  automatedMessages,
} as const satisfies Readonly<Record<SettingKindName, SettingKind>>

/** A kind of settings that a request has named. */
export function settingKindOf(name: SettingKindName): SettingKind {
  return settingKinds[name]
}

/** What a value of a kind holds: `SettingValue<'quickReply'>`. */
export type SettingValue<Name extends SettingKindName> = ReturnType<(typeof settingKinds)[Name]['value']['parse']>
