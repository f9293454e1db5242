import { PeopleRegular } from '@fluentui/react-icons'
import type { ListedNoun } from '../frame/noun.ts'
import { type Person, peopleOf } from './person.ts'

/** Users for what the lists of all nouns have in common, such as deleting. */
export const userNoun: ListedNoun<Person> = {
  path: 'users',
  list: 'representatives',
  words: { one: 'user', many: 'users' },
  lead: 'Who gets work, how much of it at once, and what they are good at.',
  icon: <PeopleRegular />,
  emptyText: 'People who take work, supervise it or set the product up.',
  rowsOf: peopleOf,
  keyOf: ({ name }) => name,
  titleOf: ({ fullName }) => fullName,
  columns: () => [],
}
