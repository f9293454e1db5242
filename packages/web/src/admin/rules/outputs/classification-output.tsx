import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Text } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import type { ClassificationRule, Configuration } from '@unified-routing/routing'
import entry from '../../../ui/entry-lines.module.css'
import { OutputControls } from './classification-output-controls.tsx'
import { type Output, outputsOf, setOf } from './classification-outputs.ts'
import styles from './outputs.module.css'

const OUTPUTS_MAX = 5

export interface ClassificationOutputProps {
  readonly configuration: Configuration
  readonly set: ClassificationRule['set']
  readonly onChange: (set: ClassificationRule['set']) => void
}

/** What a classification rule sets, as up to five lines: attributes, skills, capacity profiles, the priority score. */
export function ClassificationOutput({ configuration, set, onChange }: ClassificationOutputProps) {
  const outputs = outputsOf(set)
  const change = (next: readonly Output[]) => onChange(setOf(next))
  return (
    <>
      <Text weight="semibold">{`Sets (${outputs.length} of at most ${OUTPUTS_MAX})`}</Text>
      <ul className={entry.lines} aria-label="Outputs">
        {outputs.map((output, index) => (
          // Lines have no names of their own, and their controls keep no state.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className={entry.line}>
            <OutputControls
              configuration={configuration}
              output={output}
              number={index + 1}
              onChange={(changed) => change(outputs.toSpliced(index, 1, changed))}
            />
            <Button
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={`Remove output ${index + 1}`}
              onClick={() => change(outputs.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      <AddOutput
        isFull={outputs.length >= OUTPUTS_MAX}
        configuration={configuration}
        outputs={outputs}
        onAdd={(output) => change([...outputs, output])}
      />
    </>
  )
}

interface AddOutputProps {
  readonly isFull: boolean
  readonly configuration: Configuration
  readonly outputs: readonly Output[]
  readonly onAdd: (output: Output) => void
}

function AddOutput({ isFull, configuration, outputs, onAdd }: AddOutputProps) {
  const unused = <Row extends { name: string }>(rows: readonly Row[] | undefined, type: Output['type']) =>
    (rows ?? [])
      .map(({ name }) => name)
      .find((name) => !outputs.some((output) => output.type === type && nameOf(output) === name))
  const skill = unused(configuration.skills, 'skill')
  const profile = unused(configuration.capacityProfiles, 'capacityProfile')
  const hasScore = outputs.some(({ type }) => type === 'priorityScore')
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.add} size="small" icon={<AddRegular />} disabledFocusable={isFull}>
          Add output
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            disabled={skill === undefined}
            onClick={() => onAdd({ type: 'skill', name: skill ?? '', rating: null })}
          >
            Skill
          </MenuItem>
          <MenuItem onClick={() => onAdd({ type: 'attribute', name: freshAttribute(outputs), value: '' })}>
            Attribute
          </MenuItem>
          <MenuItem
            disabled={profile === undefined}
            onClick={() => onAdd({ type: 'capacityProfile', name: profile ?? '' })}
          >
            Capacity profile
          </MenuItem>
          <MenuItem disabled={hasScore} onClick={() => onAdd({ type: 'priorityScore', score: 0 })}>
            Priority score
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function nameOf(output: Output): string {
  return 'name' in output ? output.name : ''
}

function freshAttribute(outputs: readonly Output[]): string {
  let number = 1
  while (outputs.some((output) => output.type === 'attribute' && output.name === `attribute${number}`)) number += 1
  return `attribute${number}`
}
