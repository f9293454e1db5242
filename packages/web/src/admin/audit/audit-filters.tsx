import { Button, Field, Input, Select } from '@fluentui/react-components'
import { getRouteApi } from '@tanstack/react-router'
import { auditActions } from '@unified-routing/contract'
import { type FormEvent, useId } from 'react'
import styles from './audit-filters.module.css'
import { parseAuditSearch } from './audit-search.ts'
import { actionText } from './audit-words.ts'

const route = getRouteApi('/app/admin/audit')

/** When, who, what and about what; kept in the address. */
export function AuditFilters() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const formId = useId()
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = Object.fromEntries(new FormData(event.currentTarget))
    void navigate({ search: parseAuditSearch(values) })
  }
  return (
    <search>
      <form key={JSON.stringify(search)} id={formId} className={styles.filters} onSubmit={handleSubmit}>
        <Field label="From" size="small">
          <Input size="small" type="date" name="from" defaultValue={search.from ?? ''} />
        </Field>
        <Field label="To" size="small">
          <Input size="small" type="date" name="to" defaultValue={search.to ?? ''} />
        </Field>
        <Field label="Who" size="small">
          <Input size="small" name="by" defaultValue={search.by ?? ''} placeholder="E-mail address or key" />
        </Field>
        <Field label="What" size="small">
          <Select size="small" name="action" defaultValue={search.action ?? ''}>
            <option value="">Anything</option>
            {auditActions.map((action) => (
              <option key={action} value={action}>
                {actionText(action)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="List" size="small">
          <Input size="small" name="list" defaultValue={search.list ?? ''} placeholder="queues" />
        </Field>
        <Field label="Name" size="small">
          <Input size="small" name="name" defaultValue={search.name ?? ''} placeholder="Billing" />
        </Field>
        <Button size="small" type="submit">
          Filter
        </Button>
        <Button size="small" appearance="subtle" onClick={() => void navigate({ search: {} })}>
          Clear
        </Button>
      </form>
    </search>
  )
}
