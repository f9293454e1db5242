import { Button } from '@fluentui/react-components'
import { AddRegular, DeleteRegular, GroupListRegular } from '@fluentui/react-icons'
import type { ActionProps } from 'react-querybuilder'
import { placeText } from './condition-selects.tsx'

/** Marks the button that takes the focus when something beside it is removed. */
const ADD = 'data-adds-condition'

export function AddCondition({ path, handleOnClick }: ActionProps) {
  const label = path.length === 0 ? 'Add condition' : `Add condition to group ${placeText(path)}`
  return (
    <Button
      size="small"
      icon={<AddRegular />}
      aria-label={label}
      {...{ [ADD]: true }}
      onClick={(event) => handleOnClick(event)}
    >
      Add condition
    </Button>
  )
}

export function AddGroup({ path, handleOnClick }: ActionProps) {
  const label = path.length === 0 ? 'Add group' : `Add group to group ${placeText(path)}`
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<GroupListRegular />}
      aria-label={label}
      onClick={(event) => handleOnClick(event)}
    >
      Add group
    </Button>
  )
}

export function Remove({ path, ruleOrGroup, handleOnClick }: ActionProps) {
  const noun = 'rules' in ruleOrGroup ? 'group' : 'condition'
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<DeleteRegular />}
      aria-label={`Remove ${noun} ${placeText(path)}`}
      onClick={(event) => {
        const next = buttonOfParent(event.currentTarget, noun)
        handleOnClick(event)
        next?.focus()
      }}
    />
  )
}

/** Where the keyboard goes on when the button under it disappears. */
function buttonOfParent(button: HTMLElement, noun: 'group' | 'condition'): HTMLElement | null {
  const group = button.closest('[data-rule-group-id]')
  const parent = noun === 'condition' ? group : group?.parentElement?.closest('[data-rule-group-id]')
  return parent?.querySelector<HTMLElement>(`[${ADD}]`) ?? null
}
