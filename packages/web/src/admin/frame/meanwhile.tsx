import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { FieldValues } from 'react-hook-form'
import type { Noun } from './noun.ts'
import type { NounForm } from './use-noun-form.ts'

export interface MeanwhileProps<Row, Values extends FieldValues> {
  readonly noun: Noun<Row, Values>
  readonly stored: Row | null
  readonly nounForm: NounForm<Row, Values>
  readonly isGone: boolean
}

/** Tells whoever is typing what others have done to the row since, before they try to save. */
export function Meanwhile<Row, Values extends FieldValues>(props: MeanwhileProps<Row, Values>) {
  const { noun, stored, nounForm, isGone } = props
  if (stored === null || !nounForm.isDirty) return null
  if (isGone) return <Gone {...props} />
  const isSame = JSON.stringify(nounForm.base) === JSON.stringify(stored)
  if (isSame || nounForm.failure !== null) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Somebody else has saved {noun.isSingle ? 'these' : 'this'} meanwhile</MessageBarTitle>
        When you save, you see both and choose.
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={nounForm.takeStored}>
          Take theirs
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

function Gone<Row, Values extends FieldValues>({ noun, nounForm }: MeanwhileProps<Row, Values>) {
  const again = () => {
    const mine = nounForm.mine()
    nounForm.saveOver(noun.documentRow?.(mine) ?? mine)
  }
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>Somebody else has deleted this {noun.words.one} meanwhile</MessageBarTitle>
        {nounForm.failure?.text ?? 'What you typed is still here. You can make it again with it, or leave.'}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabledFocusable={nounForm.isSaving} onClick={again}>
          Make it again
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
