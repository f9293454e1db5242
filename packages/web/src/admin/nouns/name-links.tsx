import { Text } from '@fluentui/react-components'
import { RouterLink } from '../../ui/router-links.tsx'
import styles from './name-links.module.css'

const SHOWN_MAX = 60

export interface NameLinksProps {
  /** The path of the noun that the names belong to. */
  readonly noun: string
  readonly names: readonly string[]
  /** What is said when there are none. */
  readonly none: string
  readonly textOf?: (name: string) => string
}

/** Rows of another noun, each with the way to it. */
export function NameLinks({ noun, names, none, textOf = (name) => name }: NameLinksProps) {
  if (names.length === 0) return <Text>{none}</Text>
  return (
    <ul className={styles.names}>
      {names.slice(0, SHOWN_MAX).map((name) => (
        <li key={name}>
          <RouterLink to="/admin/$noun/$name" params={{ noun, name }}>
            {textOf(name)}
          </RouterLink>
        </li>
      ))}
      {names.length > SHOWN_MAX ? <li>and {names.length - SHOWN_MAX} more</li> : null}
    </ul>
  )
}
