import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { EditedNoun, RowEdit } from './row-edit.ts'

export interface MeanwhileProps<Row> {
  readonly noun: EditedNoun<Row>
  readonly stored: Row | null
  readonly edit: RowEdit<Row>
  readonly isGone: boolean
}

/** Tells whoever is typing what others have done to the row since, before they try to save. */
export function Meanwhile<Row>(props: MeanwhileProps<Row>) {
  const { noun, stored, edit, isGone } = props
  if (stored === null || !edit.isDirty) return null
  if (isGone) return <Gone {...props} />
  const isSame = JSON.stringify(edit.base) === JSON.stringify(stored)
  if (isSame || edit.failure !== null) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Somebody else has saved {noun.isSingle ? 'these' : 'this'} meanwhile</MessageBarTitle>
        When you save, you see both and choose.
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={edit.takeStored}>
          Take theirs
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

function Gone<Row>({ noun, edit }: MeanwhileProps<Row>) {
  const again = () => {
    const mine = edit.mine()
    edit.saveOver(noun.documentRow?.(mine) ?? mine)
  }
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>Somebody else has deleted this {noun.words.one} meanwhile</MessageBarTitle>
        {edit.failure?.text ?? 'What you typed is still here. You can make it again with it, or leave.'}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabledFocusable={edit.isSaving} onClick={again}>
          Make it again
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
