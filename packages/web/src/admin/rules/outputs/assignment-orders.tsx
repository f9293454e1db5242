import { Button, Select, Text } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import type { AssignmentOrder, AssignmentRule } from '@unified-routing/routing'
import entry from '../../../ui/entry-lines.module.css'
import { PathPicker } from '../condition/path-picker.tsx'
import type { Vocabulary } from '../condition/vocabulary.ts'
import { DirectionSelect } from './item-order.tsx'
import { type OrderName, orderNameOf, orderOf, ordersOf, orderTexts } from './order-words.ts'
import styles from './outputs.module.css'

const ORDERS_MAX = 10
const ALL_SKILLS = ''

export interface AssignmentOrdersProps {
  readonly vocabulary: Vocabulary
  readonly skillTypes: readonly string[]
  readonly orderBy: AssignmentRule['orderBy']
  readonly onChange: (orderBy: NonNullable<AssignmentRule['orderBy']>) => void
}

/** In what order the representatives of a rule are asked: by the first line, the next where that leaves a tie. */
export function AssignmentOrders({ vocabulary, skillTypes, orderBy, onChange }: AssignmentOrdersProps) {
  const orders = ordersOf(orderBy)
  const put = (next: readonly AssignmentOrder[]) => {
    const [only] = next
    onChange(only !== undefined && next.length === 1 ? only : [...next])
  }
  return (
    <>
      <Text weight="semibold">Order by</Text>
      <ol className={entry.lines} aria-label="Orders">
        {orders.map((order, index) => (
          // Orders have no names of their own, and their controls keep no state.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className={entry.line}>
            <OrderControls
              number={index + 1}
              {...{ order, vocabulary, skillTypes }}
              onChange={(changed) => put(orders.toSpliced(index, 1, changed))}
            />
            <Button
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={`Remove order ${index + 1}`}
              disabledFocusable={orders.length === 1}
              onClick={() => put(orders.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      <Button
        className={styles.add}
        size="small"
        icon={<AddRegular />}
        disabledFocusable={orders.length >= ORDERS_MAX}
        onClick={() => put([...orders, 'roundRobin'])}
      >
        Add order
      </Button>
      <Text size={200} className={styles.sum}>
        What is still equal is settled by round robin.
      </Text>
    </>
  )
}

interface OrderControlsProps {
  readonly number: number
  readonly order: AssignmentOrder
  readonly vocabulary: Vocabulary
  readonly skillTypes: readonly string[]
  readonly onChange: (order: AssignmentOrder) => void
}

function OrderControls({ number, order, vocabulary, skillTypes, onChange }: OrderControlsProps) {
  return (
    <>
      <Select
        aria-label={`Order ${number}`}
        value={orderNameOf(order)}
        onChange={(_, { value }) => onChange(orderOf(isOrderName(value) ? value : 'roundRobin'))}
      >
        {Object.entries(orderTexts).map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </Select>
      {typeof order === 'object' && !('path' in order) ? (
        <Select
          aria-label={`Skills of order ${number}`}
          value={order.skillType ?? ALL_SKILLS}
          onChange={(_, { value }) => {
            const { skillType: _before, ...rest } = order
            onChange(value === ALL_SKILLS ? rest : { ...rest, skillType: value })
          }}
        >
          <option value={ALL_SKILLS}>All skills</option>
          {skillTypes.map((type) => (
            <option key={type}>{type}</option>
          ))}
        </Select>
      ) : null}
      {typeof order === 'object' && 'path' in order ? (
        <>
          <PathPicker
            label={`Attribute of order ${number}`}
            vocabulary={vocabulary}
            path={order.path}
            root=""
            onPick={(path) => onChange({ ...order, path })}
          />
          <DirectionSelect
            label={`Direction of order ${number}`}
            direction={order.direction}
            onChange={(direction) => onChange({ ...order, direction })}
          />
        </>
      ) : null}
    </>
  )
}

function isOrderName(name: string): name is OrderName {
  return Object.hasOwn(orderTexts, name)
}
