import { z } from 'zod'
import { settingKind } from '../setting-kind.ts'
import { name } from '../values.ts'

/** What customers read in place of a representative's name, in widgets that show nicknames. */
export const nickname = settingKind({
  kind: 'nickname',
  words: { one: 'nickname', many: 'nicknames' },
  value: z.strictObject({
    /** The nickname itself. */
    title: name,
    representative: name,
  }),
  example: { title: 'Sunny', representative: 'olga' },
  secrets: {},
  references: { representative: 'representatives' },
  seenBy: 'seeOrganization',
  editedBy: 'editConfiguration',
  max: 10_000,
})
