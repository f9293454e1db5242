import { Text } from '@fluentui/react-components'
import { Section } from '../../ui/section.tsx'
import { personColumns, USER_COLUMN_PREFIX } from './csv-columns.ts'
import styles from './import-columns.module.css'

const columns = [
  ...personColumns,
  {
    header: `${USER_COLUMN_PREFIX}name`,
    help: 'A column of your own that rules read: a text, a number, true or false. Quotation marks keep digits a text.',
    example: 'ES',
  },
]

/** What the columns of the file mean. */
export function ImportColumns() {
  return (
    <Section
      title="Columns"
      lead="A column that the file does not have stays as it is. An empty cell means the default. In names, a backslash stands before ; = and \ itself."
    >
      <dl className={styles.columns}>
        {columns.map(({ header, help, example }) => (
          <div key={header} className={styles.column}>
            <dt className={styles.header}>{header}</dt>
            <dd className={styles.help}>
              {help} {example === '' ? null : <Text font="monospace">{example}</Text>}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
