import { z } from 'zod'
import { settingKind } from '../setting-kind.ts'
import { list, locale, name, text } from '../values.ts'

const TAGS_MAX = 20
const WORKSTREAMS_MAX = 100

/** A prepared answer that representatives send with a few keys. */
export const quickReply = settingKind({
  kind: 'quickReply',
  words: { one: 'quick reply', many: 'quick replies' },
  value: z.strictObject({
    title: name,
    /** May hold slugs, such as `{FirstName{Customer}}` or `{OCContext.OrderID}`, which are filled in when it is sent. */
    text: text.min(1),
    /** One language each. */
    locale: locale.default('en'),
    tags: list(name, TAGS_MAX).default([]),
    /** Where it is offered; empty: everywhere. */
    workstreams: list(name, WORKSTREAMS_MAX).default([]),
  }),
  example: {
    title: 'Greeting',
    text: 'Good morning, {FirstName{Customer}}.',
    locale: 'en',
    tags: ['start'],
    workstreams: [],
  },
  secrets: {},
  references: { workstreams: 'workstreams' },
  seenBy: 'seeOrganization',
  editedBy: 'editQuickReplies',
  max: 2_000,
})
