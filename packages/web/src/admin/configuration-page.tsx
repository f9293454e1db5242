import { Toolbar, ToolbarButton } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { may } from '../data/permissions.ts'
import { useConfiguration } from '../data/use-change-configuration.ts'
import { useSession } from '../data/viewer.ts'
import { downloadJson } from '../ui/download-json.ts'
import { Facts } from '../ui/facts.tsx'
import { Page } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'
import { labelOf } from '../ui/words.ts'
import styles from './configuration-page.module.css'
import { ReplaceConfiguration } from './replace-configuration.tsx'

/** The whole set-up as one document: to read, to keep, to replace. */
export function ConfigurationPage() {
  const { document, version } = useConfiguration()
  const mayReplace = may(useSession(), 'editConfiguration')
  return (
    <Page
      title="Configuration"
      lead="Everything an administrator sets up is one document. The same file works with the command line and the API."
      commands={
        <Toolbar aria-label="Commands">
          <ToolbarButton
            icon={<ArrowDownloadRegular />}
            onClick={() => downloadJson(`configuration-${version}.json`, document)}
          >
            Download
          </ToolbarButton>
        </Toolbar>
      }
    >
      <Section title={`Version ${version}`}>
        <Facts facts={countsOf(document)} />
      </Section>
      {mayReplace ? <ReplaceConfiguration version={version} /> : null}
      <Section title="Document">
        {/* Scrolls by keyboard, so it takes the focus. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
        <section className={styles.frame} tabIndex={0} aria-label="The configuration document">
          <pre className={styles.document}>{JSON.stringify(document, null, 2)}</pre>
        </section>
      </Section>
    </Page>
  )
}

function countsOf(document: object) {
  return Object.entries(document).flatMap(([name, value]) =>
    Array.isArray(value) ? [{ name: labelOf(name), value: value.length }] : [],
  )
}
