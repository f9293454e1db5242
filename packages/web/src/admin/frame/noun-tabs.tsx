import { Tab, TabList } from '@fluentui/react-components'
import { ErrorCircleFilled } from '@fluentui/react-icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useFormState } from './form-context.ts'
import type { NounFieldsProps } from './noun.ts'
import styles from './noun-tabs.module.css'

/** A part of a form that is too long for one page. */
export interface NounTab<Row, Values extends FieldValues> {
  readonly key: string
  readonly title: string
  readonly Fields: ComponentType<NounFieldsProps<Row, Values>>
  /** Whether a row that is not stored yet has it. */
  readonly isForNew: boolean
}

export interface NounTabsProps<Row, Values extends FieldValues> {
  readonly label: string
  readonly tabs: readonly NounTab<Row, Values>[]
  readonly tabOf: (field: string) => string
  readonly fields: NounFieldsProps<Row, Values>
}

/** The fields of a form in tabs; the open one is in the address, and those with problems are marked. */
export function NounTabs<Row, Values extends FieldValues>({ label, tabs, tabOf, fields }: NounTabsProps<Row, Values>) {
  const { tab } = useSearch({ strict: false })
  const showTab = useShowTab()
  const { problems, isAttempted } = useFormState()
  const shown = tabs.filter(({ isForNew }) => isForNew || fields.row !== null)
  const open = shown.find(({ key }) => key === tab) ?? shown[0]
  const isWrong = (key: string) => isAttempted && problems.some(({ field }) => field !== '' && tabOf(field) === key)
  if (!open) return null
  return (
    <>
      <TabList
        aria-label={label}
        className={styles.tabs}
        selectedValue={open.key}
        onTabSelect={(_, { value }) => void showTab(String(value))}
      >
        {shown.map(({ key, title }) => (
          <Tab key={key} id={`tab-${key}`} value={key} aria-controls="tab-panel">
            {title}
            {isWrong(key) ? <ErrorCircleFilled className={styles.wrong} aria-label="has values to correct" /> : null}
          </Tab>
        ))}
      </TabList>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${open.key}`} className={styles.panel}>
        <open.Fields {...fields} />
      </div>
    </>
  )
}

/** Opens a tab, in the address. */
export function useShowTab(): (tab: string) => Promise<void> {
  const navigate = useNavigate()
  return (tab) =>
    navigate({ to: '.', search: (before: Readonly<Record<string, unknown>>) => ({ ...before, tab }), replace: true })
}
