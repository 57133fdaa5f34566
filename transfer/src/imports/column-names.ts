import { type Language, languages, textsIn } from '@stella/texts'
import { historyFields } from '../tables/history-table.ts'
import type { ImportField, ImportKind } from './import-fields.ts'

/** Some programs hand out the names that their own tables have: «fldNaam», «fldPostcode». */
const OF_TABLE = 'fld'

/** The name of a column as people write it, of one that is named as in a program's own tables. */
export function withoutPrefix(name: string): string {
  return name.startsWith(OF_TABLE) ? name.slice(OF_TABLE.length) : name
}

/** Only letters and figures, in lower case and without accents: «E-mail adres:» is «emailadres». */
export function plainName(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** What programs call a column, without accents, spaces and signs; each name stands at one field. */
const named = {
  customers: {
    name: 'bedrijfsnaam bedrijf naam organisatie company companyname name clientname klantnaam relatienaam handelsnaam debiteurnaam debiteur accountname naambedrijf client organization organisatienaam customername customer',
    kind: 'soortklant type klanttype relatietype customertype soortrelatie bp',
    contactName:
      'contactpersoon terattentievan tav attention attentie contact contactname volledigenaam fullname aanspreekpersoon contactpersoonnaam contactfullname naamcontactpersoon factuurtav',
    firstName: 'voornaam firstname contactfirstname voorletters initialen initials contactvoornaam',
    infix: 'tussenvoegsel voorvoegsel infix tussenvoegsels',
    lastName: 'achternaam lastname contactlastname contactachternaam surname',
    address:
      'adres straat straatnaam straatennummer address address1 street address1street adresregel1 straatenhuisnummer streetandnumber factuuradres vestigingsadres bezoekadres addressline1 clientaddress1 clientstreet billingaddress1 billingstreet adres1 straatnaamhuisnummer straathuisnummer',
    houseNumber: 'huisnummer housenumber huisnr nummerhuis factuurhuisnummer',
    houseNumberAddition:
      'toevoeging huisnummertoevoeging housenumberaddition huisnrtoev factuurhuisnummertoev',
    postalCode:
      'postcode zipcode zip postalcode clientpostalcode billingpostalcode factuurpostcode vestigingspostcode',
    city: 'plaats woonplaats stad city plaatsnaam clientcity billingcity factuurplaats vestigingsplaats gemeente',
    country:
      'land landcode country countrycode landnaam clientcountry clientcountryid billingcountry landisocode factuurland factuurcodeland',
    email:
      'email emailadres mail mailadres emailaddress contactemail factuuremail emailfactuur emailadresfacturen emailvoorfacturen emailaddress1 sendinvoicestoemail emailfacturen verzendmethodeemail clientemail',
    phone:
      'telefoon telefoonnummer tel telefoonnr phone phonenumber clientphone contactphone telefoon1 vastenummer',
    kvkNumber:
      'kvk kvknummer kvknr chamberofcommerce chamberofcommercenumber kamervankoophandel cocnumber coc idnumber clientidnumber handelsregisternummer kvknummerbedrijf nummerkvk',
    vatNumber:
      'btwnummer btwnr vat vatnumber vatid taxnumber btwid clientvatnumber btwidentificatienummer btwnummerbedrijf vatregistrationnumber taxid',
    paymentTermDays:
      'betalenbinnendagen betalingstermijn betaaltermijn betalingstermijndagen krediettermijn paymentterms paymentterm termijn payswithindays factuurtermijn betalingstermijnverkoop clientpaymentterms betalingsconditie invoicepaymentterm',
    language: 'taal taalvandocumenten language languageofdocuments taalcode locale documenttaal',
    vatTreatment: 'btwbehandeling',
    attachUbl: 'efactuurbijdemail einvoicewiththemail ublbijlage',
    postalAddress: 'postadres postaladdress postbus correspondentieadres',
    postalPostalCode:
      'postcodevanpostadres postcodepostadres postalcodeofpostaladdress postadrespostcode postpostcode correspondentieadrespostcode',
    postalCity:
      'plaatsvanpostadres plaatspostadres cityofpostaladdress postadresplaats postplaats correspondentieadresplaats',
    postalCountry: 'landvanpostadres landpostadres countryofpostaladdress',
    contacts: 'contactpersonen contacts',
    oin: 'oin oinnummer',
    peppolId: 'peppoladres peppolid peppol einvoiceid',
    relationId: 'relatieideboekhoudennl',
    relationCode: 'relatiecodeeboekhoudennl',
  },
  products: {
    code: 'code artikelcode productcode artikelnummer productnummer sku itemcode artikelnr identifier productkey artnr artikel item product',
    description:
      'omschrijving description naam productnaam artikelnaam title titel notes productomschrijving artikelomschrijving productomschrijvingopfactuur name itemnaam verkoopomschrijving',
    unit: 'eenheid unit eenheden verkoopeenheid aantaleenheid factureenheid prijsper salesunit',
    unitPrice:
      'prijs price verkoopprijs prijsexcl prijsexclbtw prijsexclusiefbtw verkoopprijsexcl verkoopprijsexclbtw stuksprijs tarief unitprice priceexcl prijspereenheid salesprice verkoopprijs1 cost',
    priceIncludesVat: 'prijsismetbtw priceincludesvat inclbtw prijsinclusiefbtw pricesaretaxincluded',
    vatTreatment:
      'btw vat btwcode btwsoort btwpercentage btwtarief taxrate taxrate1 btwgroep vatrate btwpercentageverkoop belasting taxratename btwverkoop salesvatcode vatcode',
    vatRate: 'eigenbtwtarief',
    revenueAccount:
      'omzetrekening revenueaccount grootboekrekening grootboek tegenrekening omzetgrootboekrekening opbrengstrekening ledgeraccount glaccount',
    isArchived: 'gearchiveerd archived inactief',
  },
  invoices: {
    number:
      'factuurnummer factuurnr invoicenumber invoiceinvoicenumber invoicecode invoiceno factuurcode nummer number factuur referentie documentnummer ournumber invoice',
    customer:
      'klant klantnaam contact bedrijfsnaam relatie relatienaam debiteur debiteurnaam naamdebiteur customer customername client clientname invoiceclientname companyname company organisatie naam name accountname',
    customerKvk: 'kvknummer kvk kvknummervanklant kvknr clientidnumber',
    customerVat: 'btwnummer btwnr btwid btwnummervanklant vatnumber clientvatnumber',
    customerEmail: 'email emailadres emailaddress clientemail contactemail emailvanklant',
    date: 'factuurdatum datum date invoicedate invoicedate documentdatum boekdatum datumfactuur invoicedatum',
    due: 'vervaldatum vervaldag vervalt duedate invoiceduedate paybefore betalenvoor uiterstebetaaldatum',
    term: 'betalenbinnendagen betaaltermijn betalingstermijn termijn term krediettermijn paymentterm',
    description: 'omschrijving description onderwerp betreft subject publicnotes factuuromschrijving',
    reference: 'referentievanklant uwreferentie uwref uwkenmerk yourreference yourref klantreferentie',
    order: 'ordernummer ponumber invoiceponumber purchaseorder inkoopordernummer bestelnummer',
    net: 'bedragzonderbtw totaalprijsexclusiefbtw totaalexclbtw totaalexcl totaalexclusiefbtw bedragexclbtw bedragexcl bedragexclusiefbtw exclbtw subtotaal subtotal amountexcl amountexclvat netto nettobedrag netamount factuurbedragexclbtw excl',
    vat: 'btw btwbedrag totaalbtw bedragbtw amounttax vat vatamount tax taxamount totaltaxes invoicetotaltaxes totaltax',
    gross:
      'totaal totaalprijsinclusiefbtw totaalinclbtw totaalincl totaalinclusiefbtw bedraginclbtw bedragincl bedraginclusiefbtw inclbtw totaalbedrag factuurbedrag factuurbedraginclbtw amountincl amountinclvat invoiceamount amount total bedrag brutobedrag incl amountdc',
    outstanding:
      'nogopen openstaand openstaandbedrag openstaandsaldo bedragopenstaand openbedrag amountoutstanding outstanding outstandingamount invoicebalance balance balancedue saldo restbedrag restantbedrag tebetalen amountdue',
    paid: 'betaald betaaldbedrag bedragbetaald reedsbetaald amountpaid paidtodate invoicepaidtodate paidamount ontvangen paid',
    paidOn: 'betaaldop betaaldatum datumbetaald betalingsdatum paiddate paydate paidat paymentdate paidon',
    payment: 'status betaling betaalstatus factuurstatus invoicestatus state paymentstatus',
    kind: 'soort type factuursoort documenttype',
    credits: 'crediteert creditvoor creditedinvoice credits',
    quantity: 'aantal quantity aantaldecimaal',
  },
} as const satisfies { [Kind in ImportKind]: Record<string, string> }

/** What stands above the columns of Stella's own files, by field; of invoices those of a list and of an archive. */
function ownTitles(kind: ImportKind, language: Language): [field: string, title: string][] {
  const { csv, exports } = textsIn(language)
  if (kind !== 'invoices') return Object.entries(csv[kind])
  const archived = Object.entries(exports.tables.invoices.columns).map(([field, { title }]) => [field, title])
  const titles = [...archived, ...Object.entries(csv.invoices)] as [string, string][]
  return titles.filter(([field]) => (historyFields as readonly string[]).includes(field))
}

/** The names of one kind of import, with those that Stella's own files have, which come first. */
function namesOf(kind: ImportKind): ReadonlyMap<string, ImportField> {
  const own = languages.flatMap((language) => ownTitles(kind, language))
  const ofPrograms = Object.entries(named[kind]).flatMap(([field, names]) =>
    names.split(' ').map((name) => [field, name] as const),
  )
  const names = new Map<string, ImportField>()
  for (const [field, title] of [...own, ...ofPrograms]) {
    const name = plainName(title)
    if (field !== 'file' && !names.has(name)) names.set(name, field as ImportField)
  }
  return names
}

export const columnNames: Readonly<Record<ImportKind, ReadonlyMap<string, ImportField>>> = {
  customers: namesOf('customers'),
  products: namesOf('products'),
  invoices: namesOf('invoices'),
}
