import { TEXT_LENGTH_MAX } from '@unified-routing/contract'
import { blockedEndings } from '../../attachments/blocked-files.ts'
import { fileBytesMax } from './file-rules.ts'
import { findsPrevious } from './start-chat.ts'
import type { Widget } from './widgets.ts'

export interface WidgetNow {
  readonly isOperating: boolean
  /** Whether this server sends e-mail. */
  readonly sendsMail: boolean
}

/** What the page of a customer may know of a widget: how it looks and what it asks, nothing of how it is set up. */
export function viewWidget(widget: Widget, { isOperating, sendsMail }: WidgetNow) {
  const { value } = widget
  return {
    ...lookOf(widget, isOperating || value.isPersistent),
    logoUrl: value.logoUrl,
    position: value.position,
    language: value.language,
    isOperating,
    isShownWhenClosed: value.isShownWhenClosed,
    survey: value.survey,
    attachments: value.takesFiles
      ? { bytesMax: fileBytesMax(widget), refusedEndings: [...blockedEndings], allowedEndings: value.fileEndings }
      : null,
    afterSurvey: value.afterSurvey,
    offersTranscript: value.offersTranscript,
    mailsTranscript: value.mailsTranscript && sendsMail,
    findsPrevious: findsPrevious(widget),
    playsSound: value.playsSound,
    countsUnread: value.countsUnread,
    isAuthenticated: value.authentication === 'token',
    isPersistent: value.isPersistent,
    invitations: value.invitations,
    messageLengthMax: TEXT_LENGTH_MAX,
    texts: value.texts,
  }
}

/** A widget may look otherwise when nobody is there. */
function lookOf({ value }: Widget, isOpen: boolean) {
  const open = { title: value.heading, subtitle: value.subheading, color: value.color }
  if (isOpen) return open
  return {
    title: value.closedHeading ?? open.title,
    subtitle: value.closedSubheading ?? open.subtitle,
    color: value.closedColor ?? open.color,
  }
}
