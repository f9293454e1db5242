import { Button, Input, Select, Text } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import entry from '../../ui/entry-lines.module.css'
import styles from './detail-fields.module.css'
import type { DetailFieldsProps } from './detail-fields.tsx'
import { fieldProblem } from './field-problem.ts'

/** The context variables of a workstream, by name and type. */
export function ContextVariables({ draft }: DetailFieldsProps) {
  const { row, isReadOnly, change } = draft
  const { contextVariables = [] } = row
  const { validationMessage, 'data-field': field } = fieldProblem(draft, 'contextVariables')
  const put = (next: typeof contextVariables) => change({ ...row, contextVariables: next })
  return (
    <>
      {contextVariables.length === 0 ? <Text className={styles.hint}>None yet.</Text> : null}
      <ul className={entry.lines} aria-label="Context variables">
        {contextVariables.map((variable, index) => (
          // A variable that is renamed stays the one that is being edited.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className={entry.line} data-field={`${field}.${index}`}>
            <Input
              aria-label={`Name of variable ${index + 1}`}
              readOnly={isReadOnly}
              value={variable.name}
              onChange={(_, { value }) => put(contextVariables.toSpliced(index, 1, { ...variable, name: value }))}
            />
            <Select
              aria-label={`Type of ${variable.name}`}
              disabled={isReadOnly}
              value={variable.type}
              onChange={(_, { value }) =>
                put(contextVariables.toSpliced(index, 1, { ...variable, type: value === 'number' ? 'number' : 'text' }))
              }
            >
              <option value="text">Text</option>
              <option value="number">Number</option>
            </Select>
            {isReadOnly ? null : (
              <Button
                size="small"
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={`Remove ${variable.name}`}
                onClick={() => put(contextVariables.toSpliced(index, 1))}
              />
            )}
          </li>
        ))}
      </ul>
      {validationMessage === undefined ? null : (
        <Text className={styles.problem} role="alert">
          {validationMessage}
        </Text>
      )}
      {isReadOnly ? null : (
        <div>
          <Button
            size="small"
            icon={<AddRegular />}
            onClick={() => put([...contextVariables, { name: `variable${contextVariables.length + 1}`, type: 'text' }])}
          >
            Add variable
          </Button>
        </div>
      )}
    </>
  )
}
