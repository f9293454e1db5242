import { Radio, RadioGroup, Select } from '@fluentui/react-components'
import type { PrioritizationRule } from '@unified-routing/routing'
import entry from '../../../ui/entry-lines.module.css'
import { PathPicker } from '../condition/path-picker.tsx'
import type { Vocabulary } from '../condition/vocabulary.ts'

type OrderBy = NonNullable<PrioritizationRule['orderBy']>

export interface ItemOrderProps {
  readonly vocabulary: Vocabulary
  readonly orderBy: OrderBy | undefined
  readonly onChange: (orderBy: OrderBy) => void
}

/** In what order the items of a prioritization rule are served. */
export function ItemOrder({ vocabulary, orderBy = 'firstInFirstOut', onChange }: ItemOrderProps) {
  return (
    <>
      <RadioGroup
        aria-label="Order by"
        value={typeof orderBy === 'object' ? 'attribute' : orderBy}
        onChange={(_, { value }) =>
          onChange(value === 'attribute' ? { path: 'item.createdAt', direction: 'ascending' } : 'firstInFirstOut')
        }
      >
        <Radio value="firstInFirstOut" label="First in and first out" />
        <Radio value="attribute" label="By an attribute" />
      </RadioGroup>
      {typeof orderBy === 'object' ? (
        <div className={entry.line}>
          <PathPicker
            label="Attribute to order by"
            vocabulary={vocabulary}
            path={orderBy.path}
            root="item"
            onPick={(path) => onChange({ ...orderBy, path })}
          />
          <DirectionSelect
            label="Direction"
            direction={orderBy.direction}
            onChange={(direction) => onChange({ ...orderBy, direction })}
          />
        </div>
      ) : null}
    </>
  )
}

export interface DirectionSelectProps {
  readonly label: string
  readonly direction: 'ascending' | 'descending' | undefined
  readonly onChange: (direction: 'ascending' | 'descending') => void
}

export function DirectionSelect({ label, direction = 'ascending', onChange }: DirectionSelectProps) {
  return (
    <Select
      aria-label={label}
      value={direction}
      onChange={(_, { value }) => onChange(value === 'descending' ? 'descending' : 'ascending')}
    >
      <option value="ascending">smallest first</option>
      <option value="descending">greatest first</option>
    </Select>
  )
}
