import { ATTACHMENT_BYTES_MAX, TEXT_LENGTH_MAX } from '@unified-routing/contract'
import { blockedEndings } from '../../attachments/blocked-files.ts'
import type { Widget } from './widgets.ts'

/** What the page of a customer may know of a widget: how it looks and what it asks, nothing of how it is set up. */
export function viewWidget({ value }: Widget, isOperating: boolean) {
  return {
    title: value.heading,
    subtitle: value.subheading,
    logoUrl: value.logoUrl,
    color: value.color,
    position: value.position,
    language: value.language,
    isOperating,
    isShownWhenClosed: value.isShownWhenClosed,
    survey: value.survey,
    attachments: value.takesFiles ? { bytesMax: ATTACHMENT_BYTES_MAX, refusedEndings: [...blockedEndings] } : null,
    offersTranscript: value.offersTranscript,
    playsSound: value.playsSound,
    countsUnread: value.countsUnread,
    isAuthenticated: value.authentication === 'token',
    isPersistent: value.isPersistent,
    invitations: value.invitations,
    messageLengthMax: TEXT_LENGTH_MAX,
    texts: value.texts,
  }
}
