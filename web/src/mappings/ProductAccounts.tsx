import { Link } from '@tanstack/react-router'
import { Sheet } from '../components/Sheet.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './MappingPage.module.css'
import type { Mapping } from './queries.ts'

/** Products that have an account of their own; it is chosen at each. */
export function ProductAccounts({ products }: { products: Mapping['products'] }) {
  const { mapping: words } = useTexts()
  return (
    <Sheet padded aria-labelledby="product-accounts">
      <h2 id="product-accounts">{words.products}</h2>
      <p className={form.quiet}>{products.length === 0 ? words.noProducts : words.productsHelp}</p>
      {products.length > 0 && (
        <ul className={styles.rows}>
          {products.map(({ account, description, id, isFit }) => (
            <li key={id} className={styles.row}>
              <Link {...paths.product(id)} className={styles.what}>
                {description}
              </Link>
              <span className={isFit ? undefined : styles.unfit}>
                {words.account(account.code, isFit ? account.name : words.unfitHere)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
