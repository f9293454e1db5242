import { Button, Checkbox, Text } from '@fluentui/react-components'
import type { WorkItemView } from '@unified-routing/contract'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../data/api.ts'
import { useItemAction } from '../use-item-action.ts'
import { useColleagueChoices } from './colleague-choices.tsx'
import { PanelDialogFrame } from './panel-dialog-frame.tsx'
import { PickList } from './pick-list.tsx'

export interface ConsultDialogProps {
  readonly item: WorkItemView
  readonly onClose: () => void
}

/** Asks a colleague for advice, unseen by the customer. */
export function ConsultDialog({ item, onClose }: ConsultDialogProps) {
  const [name, setName] = useState('')
  const [takesCapacity, setTakesCapacity] = useState(false)
  const { run, isBusy } = useItemAction()
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => search.current?.focus(), [])
  const present = item.participants.map(({ representative }) => representative)
  const choices = useColleagueChoices(item).filter(({ key }) => !present.includes(key))
  const handleAsk = () =>
    run(async () => {
      const asked = await api.conversations.consult(item.id, { representative: name, takesCapacity })
      onClose()
      return asked
    })
  return (
    <PanelDialogFrame
      title="Consult a colleague"
      onClose={onClose}
      actions={
        <Button appearance="primary" disabledFocusable={isBusy || name === ''} onClick={handleAsk}>
          {name === '' ? 'Choose a colleague' : 'Ask'}
        </Button>
      }
    >
      <Text>They read along and talk with you in internal notes. The customer sees them only once you add them.</Text>
      <PickList
        ref={search}
        label="Colleague"
        choices={choices}
        chosen={name}
        emptyText="Nobody who is there fits."
        onPick={setName}
      />
      <Checkbox
        label="It takes capacity of the colleague"
        checked={takesCapacity}
        onChange={(_, { checked }) => setTakesCapacity(checked === true)}
      />
    </PanelDialogFrame>
  )
}
