import { TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { ApiFailure } from '../api/failure.ts'
import { useSingleMutation } from '../api/single-mutation.ts'
import { useVatNames, vatTreatments } from '../api/vat.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { today } from '../format/days.ts'
import { readDecimal } from '../format/decimal.ts'
import { useFormat } from '../format/format.ts'
import { ChoiceField } from '../forms/ChoiceField.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { RestoredNotice } from '../forms/RestoredNotice.tsx'
import { SelectField } from '../forms/SelectField.tsx'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { useLanguage, useTexts } from '../language/language.tsx'
import { type LedgerAccount, mappingQuery } from '../mappings/queries.ts'
import { contentOf, valuesOf } from './product-values.ts'
import { changeProduct, createProduct, type Product } from './queries.ts'

type ProductFormProps = {
  /** The product to change; a new one when left out. */
  product?: Product
  onSaved: (product: Product) => void
  /** Beside the button that saves; given the way to forget what was typed. */
  others?: (forget: () => void) => ReactNode
}

/** The form of a product. */
export function ProductForm({ product, onSaved, others }: ProductFormProps) {
  const { productForm: words, mapping, units, invoiceForm } = useTexts()
  const vatName = useVatNames(today())
  const { language } = useLanguage()
  const format = useFormat()
  const queryClient = useQueryClient()
  const element = useRef<HTMLFormElement>(null)
  const { data: booked } = useQuery(mappingQuery)
  const accounts = booked?.isLinked ? booked.accounts?.revenue : undefined
  const { form, restored, outdated, startOver, settle } = useKeptForm({
    name: `product.${product?.id ?? 'nieuw'}`,
    saved: valuesOf(product, language),
    ...(!product && { only: 'description' as const }),
    judgedWith: { vatTreatment: ['vatRate'] },
  })
  const saving = useSingleMutation({
    mutationFn: (values: typeof form.values) => {
      const content = contentOf(values, product, language)
      return product
        ? changeProduct(product.id, { ...content, revision: product.revision })
        : createProduct(content)
    },
    onSuccess: (saved) => {
      settle(valuesOf(saved, language))
      void queryClient.invalidateQueries({ queryKey: ['products'] })
      void queryClient.invalidateQueries({ queryKey: ['mapping'] })
      onSaved(saved)
    },
    onError: (failure) => showFieldProblems(form, failure),
  })
  useHotkeys([['mod+S', () => element.current?.requestSubmit()]], [])
  const writePrice = () => {
    const read = readDecimal(form.values.unitPrice, language)
    if (read !== undefined) form.setFieldValue('unitPrice', format.euro(read))
  }
  return (
    <form
      ref={element}
      className={styles.form}
      noValidate
      onSubmit={form.onSubmit((values) => saving.mutate(values))}
    >
      <RestoredNotice restored={restored} outdated={outdated} isNew={!product} onStartOver={startOver} />
      <FailureNotice
        title={words.notSaved}
        failure={saving.error}
        errors={form.errors}
        {...(saving.error instanceof ApiFailure &&
          saving.error.status === 409 && { sentence: words.changedElsewhere })}
      />
      <TextInput
        label={words.description}
        autoComplete="off"
        data-autofocus={!product || undefined}
        {...form.getInputProps('description')}
      />
      <div className={styles.pair}>
        <TextInput
          label={words.price}
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps('unitPrice')}
          onBlur={writePrice}
        />
        <SelectField label={words.unit} {...form.getInputProps('unit')}>
          <option value="">{words.noUnit}</option>
          {Object.entries(units).map(([unit, name]) => (
            <option key={unit} value={unit}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <ChoiceField
        legend={words.priceMode}
        options={[
          { value: 'without', label: words.withoutVat },
          { value: 'with', label: words.withVat },
        ]}
        value={form.values.priceMode}
        onChange={(mode) => form.setFieldValue('priceMode', mode)}
      />
      <div className={styles.pair}>
        <SelectField label={words.vat} {...form.getInputProps('vatTreatment')}>
          {vatTreatments.map((treatment) => (
            <option key={treatment} value={treatment}>
              {vatName(treatment)}
            </option>
          ))}
        </SelectField>
        {form.values.vatTreatment === 'other_rate' && (
          <TextInput
            label={invoiceForm.ownRate}
            inputMode="decimal"
            autoComplete="off"
            {...form.getInputProps('vatRate')}
          />
        )}
      </div>
      <div className={styles.pair}>
        <TextInput
          label={words.code}
          description={words.codeHelp}
          autoComplete="off"
          {...form.getInputProps('code')}
        />
        {accounts && (
          <SelectField
            label={words.revenueAccount}
            description={words.revenueAccountHelp}
            {...form.getInputProps('revenueAccount')}
          >
            <option value="">{words.usualAccount}</option>
            {accountsWith(accounts, form.values.revenueAccount).map(({ code, name }) => (
              <option key={code} value={code}>
                {mapping.account(code, name)}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <div className={styles.buttons}>
        <BusyButton type="submit" variant="star" busy={saving.isPending}>
          {product ? words.update : words.create}
        </BusyButton>
        {others?.(startOver)}
      </div>
    </form>
  )
}

/** One that the books do not have any more stays to be seen. */
function accountsWith(accounts: readonly LedgerAccount[], chosen: string): readonly LedgerAccount[] {
  const isThere = chosen === '' || accounts.some(({ code }) => code === chosen)
  return isThere ? accounts : [{ code: chosen, name: '' }, ...accounts]
}
