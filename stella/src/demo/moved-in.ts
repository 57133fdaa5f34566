import { eveningOf, morningOf, workingDays } from './calendar.ts'
import { applyImport, type ImportedFile, readImport } from './imported-files.ts'
import { addInvoice, fillInProfile, goOnWithNumbers, listCustomerIds, type Paper } from './paperwork.ts'
import type { Random } from './random.ts'
import type { Scenario } from './scenario.ts'

const hour = 3_600_000

/**
 * A business that came from another program this week: its customers and products are brought in, its numbers go on,
 * and one more file waits, of which a row is wrong.
 */
export const movedIn: Scenario = {
  name: 'moved-in',
  business: { organizationName: 'Tegelzetter Mozaïek', ownerName: 'Mehmet Yilmaz', beginsDaysAgo: 6 },
  async make({ business, now, random }) {
    await fillInProfile(business, {
      name: 'Tegelzetter Mozaïek',
      address: 'Voegstraat 5',
      postalCode: '3513 EV',
      city: 'Utrecht',
      email: 'post@mozaiek.example',
      phone: '030 233 44 55',
    })
    for (const file of [customersOfMoneybird, productsOfMoneybird])
      await applyImport(business, await readImport(business, file))
    await goOnWithNumbers(business, { pattern: 'F{jjjj}{nnnnn}', place: 348 })
    await business.enterCodes()
    const customers = await listCustomerIds(business)
    for (const day of workingDays(business.clock.now(), now - hour)) {
      if (eveningOf(day) > now - hour) break
      await business.goTo(morningOf(day))
      await addInvoice(business, tiling(random.pick(customers), random))
      await business.goTo(eveningOf(day))
    }
    await readImport(business, addressesKeptByHand)
    await business.goTo(now)
  },
}

/** As Moneybird hands out its contacts: letters of older Windows, semicolons. */
const customersOfMoneybird: ImportedFile = {
  kind: 'customers',
  fileName: 'contacten-moneybird.csv',
  bytes: Buffer.from(
    [
      'Klantnummer;Bedrijfsnaam;Voornaam;Achternaam;Adres;Postcode;Plaats;Land;E-mailadres;KvK-nummer;Betalingstermijn;Verzendmethode facturen',
      'M-1;Café De Gouden Eeuw;Daniël;Bos;Oudegracht 8;3511ms;Utrecht;Nederland;info@goudeneeuw.example;05061284;14;Email',
      'M-2;;Anna;de Vries;Biltstraat 91;3572 AK;Utrecht;NL;anna.devries@voorbeeld.example;;14;Email',
      'M-3;Fysiotherapie Lombok;;;Kanaalstraat 12;3531 CH;Utrecht;NL;praktijk@fysiolombok.example;;30;Email',
      'M-4;Bouwbedrijf Ter Horst B.V.;Jan;ter Horst;Industrieweg 4;3433 NL;Nieuwegein;NL;crediteuren@terhorst.example;;30;Email',
      'M-5;;Youssef;El Amrani;Amsterdamsestraatweg 240;3551 CS;Utrecht;NL;y.elamrani@voorbeeld.example;;14;Email',
      'M-6;VvE Park Oog in Al;Els;Peters;Groeneweg 30;3532 CA;Utrecht;NL;bestuur@vveoginal.example;;14;Email',
    ].join('\r\n'),
    'latin1',
  ),
}

const productsOfMoneybird: ImportedFile = {
  kind: 'products',
  fileName: 'producten-moneybird.csv',
  bytes: Buffer.from(
    [
      'Identifier,Title,Description,Price,Tax rate',
      'UUR,Tegelzetten,Uur tegelzetten,56.00,21',
      'VOEG,Voegen,Voegen per vierkante meter,18.50,21',
      'LIJM,Tegellijm,Zak tegellijm 25 kg,24.95,21',
    ].join('\n'),
  ),
}

/** The address without a point in it is what there is to mend. */
const addressesKeptByHand: ImportedFile = {
  kind: 'customers',
  fileName: 'adressen-oud.csv',
  bytes: Buffer.from(
    [
      'Naam;E-mail;Adres;Postcode;Plaats',
      'Kapsalon Krul;info@kapsalonkrul.example;Nachtegaalstraat 3;3581 AA;Utrecht',
      'Makelaardij Lunetten;info@lunetten;Furkabaan 20;3524 ZK;Utrecht',
    ].join('\r\n'),
  ),
}

function tiling(customerId: string, random: Random): Paper {
  return {
    customerId,
    description: random.pick(['Badkamer betegeld', 'Toilet betegeld', 'Keukenwand betegeld']),
    lines: [
      {
        description: 'Uur tegelzetten',
        quantity: `${random.between(4, 24)}`,
        unitPrice: '56.00',
        vatTreatment: 'high',
      },
      {
        description: 'Zak tegellijm 25 kg',
        quantity: `${random.between(2, 9)}`,
        unitPrice: '24.95',
        vatTreatment: 'high',
      },
    ],
  }
}
