import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import table from '../components/Table.module.css'
import { useToast } from '../components/Toasts.tsx'
import { roles } from '../components/table-roles.ts'
import { useFormat } from '../format/format.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import styles from './ApiKeyTable.module.css'
import { type ApiKey, apiKeysQuery, revokeApiKey } from './queries.ts'

/** The keys of the organization; a revoked one cannot come back, so revoking asks first. */
export function ApiKeyTable({ keys }: { keys: ApiKey[] }) {
  const { apiKeys: words } = useTexts()
  const format = useFormat()
  const [revoking, setRevoking] = useState<ApiKey>()
  return (
    <>
      <table className={`${table.table} ${styles.keys}`} {...roles.table}>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            <th {...roles.columnheader}>{words.name}</th>
            <th {...roles.columnheader}>{words.may}</th>
            <th {...roles.columnheader}>{words.until}</th>
            <th {...roles.columnheader}>{words.lastUsed}</th>
            <td {...roles.cell} />
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {keys.map((key) => (
            <tr key={key.id} {...roles.row}>
              <th {...roles.rowheader} scope="row" className={styles.name}>
                {key.name} <code className={styles.start}>{key.start}…</code>
                <span className={styles.whose}>
                  {words.madeBy(key.personName, format.moment(key.createdAt))}
                </span>
              </th>
              <td {...roles.cell} className={styles.created}>
                {words.scopes[key.scope]}
              </td>
              <td {...roles.cell} className={styles.until}>
                <span className={styles.label}>{words.until}: </span>
                {key.isExpired
                  ? words.expired
                  : key.expiresAt
                    ? format.day(key.expiresAt.slice(0, 10))
                    : words.always}
              </td>
              <td {...roles.cell} className={styles.used}>
                <span className={styles.label}>{words.lastUsed}: </span>
                {key.lastUsedAt ? format.moment(key.lastUsedAt) : words.never}
              </td>
              <td {...roles.cell} className={`${styles.revoke} ${table.number}`}>
                <Button size="sm" aria-label={words.revokeOf(key.name)} onClick={() => setRevoking(key)}>
                  {words.revoke}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {revoking && <RevokeQuestion apiKey={revoking} onClose={() => setRevoking(undefined)} />}
    </>
  )
}

function RevokeQuestion({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const texts = useTexts()
  const { apiKeys: words, common } = texts
  const queryClient = useQueryClient()
  const toast = useToast()
  const revocation = useMutation({
    mutationFn: revokeApiKey,
    onSuccess: async () => {
      toast({ text: words.revoked })
      onClose()
      await queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey })
    },
  })
  return (
    <Dialog opened onClose={onClose} title={words.revokeTitle(apiKey.name)}>
      <div className={form.form}>
        <p>{words.revokeText}</p>
        <FailureNotice title={words.revokeFailed} failure={revocation.error} />
        <div className={form.buttons}>
          <BusyButton busy={revocation.isPending} onClick={() => revocation.mutate(apiKey.id)}>
            {words.revoke}
          </BusyButton>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
