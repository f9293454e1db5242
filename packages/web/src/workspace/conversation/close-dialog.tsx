import { Button, Checkbox, Field, Text, Textarea } from '@fluentui/react-components'
import { operations, type WorkItemView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { useDraft } from '../use-draft.ts'
import { useItemAction } from '../use-item-action.ts'
import styles from './close-dialog.module.css'
import { PanelDialogFrame } from './panel-dialog-frame.tsx'
import { type DispositionCode, useDispositionCodes, useNeedsCode } from './use-close-command.ts'

/** Codes that one conversation carries at most. */
const CODES_MAX = 12

export interface CloseDialogProps {
  readonly item: WorkItemView
  /** The dialog is done with; the conversation may be closed or not. */
  readonly onClose: () => void
  /** The conversation is closed. */
  readonly onClosed?: () => void
}

/** How the conversation turned out, in codes and in words, and then it is closed. */
export function CloseDialog({ item, onClose, onClosed }: CloseDialogProps) {
  const codes = useDispositionCodes(item.workstream)
  const [chosen, setChosen] = useState(item.dispositions)
  const [note, setNote] = useDraft(item.id, 'wrapUp')
  const { run, isBusy } = useItemAction()
  const isCodeMissing = useNeedsCode(item.workstream) && chosen.length === 0
  const handleClose = () =>
    run(async () => {
      await api.conversations.setDispositions(item.id, [...chosen])
      if (note.trim() !== '') {
        await api.call(operations.sendMessage, {
          params: { id: item.id },
          body: { from: 'representative', kind: 'note', text: note.trim() },
        })
        setNote('')
      }
      const closed = await api.workItems.close(item.id)
      onClose()
      onClosed?.()
      return closed
    })
  const change = (title: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, title] : chosen.filter((each) => each !== title))
  return (
    <PanelDialogFrame
      title={`How did it turn out with ${item.title}?`}
      onClose={onClose}
      actions={
        <Button
          appearance="primary"
          disabledFocusable={isBusy || isCodeMissing}
          aria-describedby={isCodeMissing ? 'code-missing' : undefined}
          onClick={handleClose}
        >
          {chosen.length === 0 && !isCodeMissing ? 'Close without a code' : 'Save and close'}
        </Button>
      }
    >
      {isCodeMissing ? (
        <Text id="code-missing">
          Choose at least one code; {item.workstream} asks for it before a conversation is closed.
        </Text>
      ) : null}
      {byCategory(codes).map(([category, ofCategory]) => (
        <fieldset key={category} className={styles.category}>
          <legend>
            <Text weight="semibold">{category || 'Disposition'}</Text>
          </legend>
          {ofCategory.map(({ title, description }) => (
            <Checkbox
              key={title}
              label={description ? `${title}: ${description}` : title}
              checked={chosen.includes(title)}
              disabled={!chosen.includes(title) && chosen.length >= CODES_MAX}
              onChange={(_, { checked }) => change(title, checked === true)}
            />
          ))}
        </fieldset>
      ))}
      <Field label="Note" hint="For colleagues; the customer does not see it.">
        <Textarea value={note} resize="vertical" onChange={(_, { value }) => setNote(value)} />
      </Field>
    </PanelDialogFrame>
  )
}

function byCategory(codes: readonly DispositionCode[]): readonly [string, readonly DispositionCode[]][] {
  const groups = new Map<string, DispositionCode[]>()
  for (const code of codes) groups.set(code.category ?? '', [...(groups.get(code.category ?? '') ?? []), code])
  return [...groups]
}
