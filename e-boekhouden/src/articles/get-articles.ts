import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import { asAmount } from '../values/decimal.ts'
import type { Article, ArticleFilter } from './article.ts'

/** GetArtikelen. */
export async function getArticles(
  service: Service,
  filter: ArticleFilter = {},
  options?: CallOptions,
): Promise<Article[]> {
  const { Artikelen } = await service.call(
    'GetArtikelen',
    (check) => {
      check.record('filter', filter)
      return {
        cFilter: {
          ArtikelID: check.wholeNumber('id', filter.id),
          ArtikelOmschrijving: check.text('description', filter.description, {}),
          ArtikelCode: check.text('code', filter.code, {}),
          GroepOmschrijving: check.text('groupDescription', filter.groupDescription, {}),
          GroepCode: check.text('groupCode', filter.groupCode, {}),
        },
      }
    },
    options,
  )
  return Artikelen.map((article) => ({
    id: article.ArtikelID,
    description: article.ArtikelOmschrijving,
    code: article.ArtikelCode,
    groupDescription: article.GroepOmschrijving,
    groupCode: article.GroepCode,
    unit: article.Eenheid,
    purchasePriceExcl: asAmount(article.InkoopprijsExclBTW),
    salesPriceExcl: asAmount(article.VerkoopprijsExclBTW),
    salesPriceIncl: asAmount(article.VerkoopprijsInclBTW),
    vatCode: article.BTWCode,
    ledgerAccount: article.TegenrekeningCode,
    vatRate: article.BtwPercentage,
    costCenterId: article.KostenplaatsID,
    active: article.Actief,
  }))
}
