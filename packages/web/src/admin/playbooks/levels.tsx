import { Button, Radio, RadioGroup, Text } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import entry from '../../ui/entry-lines.module.css'
import { Section } from '../../ui/section.tsx'
import { ChoiceInput } from '../rules/condition/choice-input.tsx'
import { DurationInput } from '../rules/duration-input.tsx'
import type { PlaybookPartProps } from './playbook-fields.tsx'
import type { PlaybookOf } from './playbook-words.ts'

const FURTHER_AFTER = '30s'

/** The levels of a bullseye: whom it asks at first, and whom later as well. */
export function Levels({ configuration, playbook, isReadOnly, onChange }: PlaybookPartProps<PlaybookOf<'bullseye'>>) {
  const { levels, whenExhausted = 'anyQueueMember' } = playbook
  const groups = (configuration.userGroups ?? []).map(({ name }) => ({ value: name, text: name }))
  const put = (next: typeof levels) => onChange({ ...playbook, levels: next })
  const last = levels.at(-1)
  return (
    <Section title="Levels" lead="Times count from the first attempt. Each level adds its groups to those before it.">
      <ol className={entry.lines} aria-label="Levels">
        {levels.map((level, index) => (
          // Levels have no names, and their controls keep no state.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className={entry.line}>
            <Text>{index === 0 ? 'At once' : 'After'}</Text>
            {index === 0 ? null : (
              <DurationInput
                label={`Level ${index + 1} after`}
                duration={level.after}
                onChange={(after) => put(levels.toSpliced(index, 1, { ...level, after }))}
              />
            )}
            <ChoiceInput
              label={`User groups of level ${index + 1}`}
              choices={groups}
              values={level.userGroups}
              isList
              isOpen={false}
              onChoose={(chosen) => put(levels.toSpliced(index, 1, { ...level, userGroups: [...chosen] }))}
            />
            {isReadOnly || index === 0 ? null : (
              <Button
                size="small"
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={`Remove level ${index + 1}`}
                onClick={() => put(levels.toSpliced(index, 1))}
              />
            )}
          </li>
        ))}
      </ol>
      {isReadOnly ? null : (
        <div>
          <Button
            size="small"
            icon={<AddRegular />}
            onClick={() =>
              put([
                ...levels,
                { userGroups: [], after: levels.length < 2 ? FURTHER_AFTER : (last?.after ?? FURTHER_AFTER) },
              ])
            }
          >
            Add level
          </Button>
        </div>
      )}
      <RadioGroup
        aria-label="After the last level"
        value={whenExhausted}
        disabled={isReadOnly}
        onChange={(_, { value }) =>
          onChange({ ...playbook, whenExhausted: value === 'stayInGroups' ? 'stayInGroups' : 'anyQueueMember' })
        }
      >
        <Radio value="anyQueueMember" label="After the last level: any member of the queue" />
        <Radio value="stayInGroups" label="After the last level: still only these groups" />
      </RadioGroup>
    </Section>
  )
}
