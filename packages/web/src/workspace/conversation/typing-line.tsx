import { Text } from '@fluentui/react-components'
import { useFullNames } from '../../data/viewer.ts'
import styles from './conversation.module.css'
import { CUSTOMER, useTypists } from './typists.ts'

export interface TypingLineProps {
  readonly conversation: string
  readonly viewer: string | null
  readonly customerName: string
}

/** Who types at this moment. It keeps its place, so that nothing jumps. */
export function TypingLine({ conversation, viewer, customerName }: TypingLineProps) {
  const nameOf = useFullNames()
  const typists = useTypists(conversation, viewer)
  const names = typists.map((who) => (who === CUSTOMER ? customerName : nameOf(who)))
  return (
    <Text size={200} className={styles.typing}>
      {names.length === 0 ? '' : `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} typing`}
    </Text>
  )
}
