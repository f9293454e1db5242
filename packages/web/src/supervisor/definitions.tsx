import { Button, Text } from '@fluentui/react-components'
import { QuestionCircleRegular } from '@fluentui/react-icons'
import { type MetricId, metrics } from '@unified-routing/contract'
import { useState } from 'react'
import { SidePanel } from '../ui/side-panel.tsx'
import styles from './figures.module.css'

/** What the figures of a page mean, in the words of the dictionary. */
export function Definitions({ ids }: { readonly ids: readonly MetricId[] }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button appearance="subtle" icon={<QuestionCircleRegular />} onClick={() => setOpen(true)}>
        What the figures mean
      </Button>
      {isOpen ? (
        <SidePanel
          title="What the figures mean"
          isDirty={false}
          closeLabel="Close"
          actions={null}
          onClose={() => setOpen(false)}
        >
          <dl className={styles.definitions}>
            {ids.map((id) => (
              <div key={id}>
                <dt>
                  <Text weight="semibold">{metrics[id].name}</Text>
                </dt>
                <dd>{metrics[id].definition}</dd>
              </div>
            ))}
          </dl>
        </SidePanel>
      ) : null}
    </>
  )
}
