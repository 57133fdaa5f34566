import type { LinkProps } from '@tanstack/react-router'
import type { Schemas } from '../api/client.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'

export type Mending = Schemas['Mending']
export type Way = { link: LinkProps; words: string }

/** The way to where a cause is mended, as an address and the words of its link. */
export function useWayToMend(): (mending: Mending) => Way {
  const { mending: words, customers, customerForm } = useTexts()
  return (mending) => {
    switch (mending.kind) {
      case 'customer': {
        const { customerId, field } = mending
        if (field === null) return { link: paths.changeCustomer(customerId), words: words.customer }
        const label = field === 'name' ? customers.name : customerForm[field]
        return { link: paths.changeCustomer(customerId, { veld: field }), words: words.field(label) }
      }
      case 'codes':
        return { link: paths.connect(), words: words.codes }
      case 'connection':
        return { link: paths.integrations(), words: words.connection }
      case 'accounts':
        return { link: paths.mapping(), words: words.accounts }
      case 'invoice':
        return { link: paths.invoice(mending.invoiceId), words: words.invoice }
    }
  }
}
