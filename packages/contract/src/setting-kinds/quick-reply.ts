import { z } from 'zod'
import { settingKind } from '../setting-kind.ts'
import { list, name, text } from '../values.ts'

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
    /** One language each: "en", "fr-CA". */
    locale: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/, 'must be a language, such as en or fr-CA')
      .default('en'),
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
