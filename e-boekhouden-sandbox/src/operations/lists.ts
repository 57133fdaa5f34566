import type { Administration, Article } from '../books/administration.ts'
import type { Session } from '../books/changes.ts'
import { wireAmount } from '../money/cents.ts'
import type { RequestOf, ResultOf, ValueOf } from '../protocol/values.ts'
import { refusal } from './refusal.ts'
import { authorize, enter, isOfficeWithoutBooks, noError, type Service } from './service.ts'

export function getAdministraties(
  service: Service,
  request: RequestOf<'GetAdministraties'>,
): ResultOf<'GetAdministraties'> {
  const { books, session } = authorize(service, request)
  const Administraties = listedFor(service, books, session).map(({ company, city, guid, bookYearStart }) => ({
    Bedrijf: company,
    Plaats: city,
    Guid: guid,
    StartBoekjaar: bookYearStart,
  }))
  return { ErrorMsg: noError, Administraties }
}

/** @throws Refusal E002.5 */
function listedFor(service: Service, books: Administration, session: Session): Administration[] {
  const { administrations, settings } = service.store.world
  const all = [...administrations.values()].filter((each) => !isOfficeWithoutBooks(service, each))
  if (books.accountant) return all.filter((each) => each === books || books.clients.includes(each.guid))
  if (settings.administrationList === 'accountants') throw refusal('E002.5')
  if (settings.administrationList === 'user')
    return all.filter(({ username }) => username === session.username)
  return [books]
}

export function getKostenplaatsen(
  service: Service,
  request: RequestOf<'GetKostenplaatsen'>,
): ResultOf<'GetKostenplaatsen'> {
  const { books } = enter(service, request)
  const { KostenplaatsID = 0, KostenplaatsParentID = 0, Omschrijving = '' } = request.cFilter ?? {}
  const found = books.costCenters
    .filter(({ id }) => KostenplaatsID === 0 || id === KostenplaatsID)
    .filter(({ parentId }) => KostenplaatsParentID === 0 || parentId === KostenplaatsParentID)
    .filter(({ description }) => contains(description, Omschrijving))
  const Kostenplaatsen = found.map(({ id, description, parentId }) => ({
    KostenplaatsId: id,
    Omschrijving: description,
    KostenplaatsParentId: parentId,
  }))
  return { ErrorMsg: noError, Kostenplaatsen }
}

export function getArtikelen(service: Service, request: RequestOf<'GetArtikelen'>): ResultOf<'GetArtikelen'> {
  const { books } = enter(service, request)
  const {
    ArtikelID = 0,
    ArtikelOmschrijving = '',
    ArtikelCode = '',
    GroepOmschrijving = '',
    GroepCode = '',
  } = request.cFilter ?? {}
  const found = books.articles
    .filter(({ id }) => ArtikelID === 0 || id === ArtikelID)
    .filter(({ description }) => contains(description, ArtikelOmschrijving))
    .filter(({ code }) => equals(code, ArtikelCode))
    .filter(({ groupDescription }) => contains(groupDescription, GroepOmschrijving))
    .filter(({ groupCode }) => equals(groupCode, GroepCode))
  return { ErrorMsg: noError, Artikelen: found.map(articleOnTheWire) }
}

function articleOnTheWire(article: Article): ValueOf<'cArtikel'> {
  return {
    ArtikelID: article.id,
    ArtikelOmschrijving: article.description,
    ArtikelCode: article.code,
    GroepOmschrijving: article.groupDescription,
    GroepCode: article.groupCode,
    Eenheid: article.unit,
    InkoopprijsExclBTW: wireAmount(article.purchasePriceExcl),
    VerkoopprijsExclBTW: wireAmount(article.salesPriceExcl),
    VerkoopprijsInclBTW: wireAmount(article.salesPriceIncl),
    BTWCode: article.vatCode,
    TegenrekeningCode: article.accountCode,
    BtwPercentage: article.vatPercentage,
    KostenplaatsID: article.costCenterId,
    Actief: article.active,
  }
}

function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.trim().toLowerCase())
}

function equals(text: string, wanted: string): boolean {
  return wanted.trim() === '' || text.toLowerCase() === wanted.trim().toLowerCase()
}
