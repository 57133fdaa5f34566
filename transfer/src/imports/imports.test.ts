import {
  deleteCustomer,
  listCustomers,
  listProducts,
  saveCustomer,
  saveDraft,
  updateCustomer,
} from '@stella/database'
import {
  customerContent,
  invoiceContent,
  type TestDatabase,
  testDatabase,
  testOrganization,
} from '@stella/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importsOf } from '../testing/bring-in.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

async function office() {
  const imports = importsOf(db, await testOrganization(db))
  const customers = () => imports.inOwn(async (tx) => (await listCustomers(tx, { limit: 200 })).items)
  const products = () => imports.inOwn(async (tx) => (await listProducts(tx, { limit: 200 })).items)
  return { ...imports, customers, products }
}

const windows1252 = (text: string) => Buffer.from(text.replaceAll('€', '\x80'), 'latin1')

/** In the form in which Moneybird hands out its contacts. */
const moneybird = windows1252(
  [
    'Klantnummer;Bedrijfsnaam;Voornaam;Achternaam;Adres;Postcode;Plaats;Land;E-mailadres;KvK-nummer;Btw-nummer;Betalingstermijn;Verzendmethode facturen;Notities',
    'M-1;Café De Zwaan;Daniël;Bos;Ossenmarkt 8;8011ms;Zwolle;Nederland;info@zwaan.example;05061284;NL123456782B12;14;Email;Belt liever na 17:00',
    'M-2;;Anna;de Vries;Kade 1;8011 AB;Zwolle;NL;anna@example.nl;;;;Email;',
    'M-3;Fysio;;;Weg 2;8261 AA;Kampen;NL;info@fysiogracht;;;;Email;',
  ].join('\r\n'),
)

describe('a file of customers', () => {
  test('of another program is read as it is: its letters, its separator, its columns, and each row has its fate', async () => {
    const { customers, read } = await office()
    const { counts, reading, rows, state } = await read('customers', moneybird)
    expect(state).toBe('ready')
    expect(reading).toMatchObject({
      program: 'Moneybird',
      encoding: 'windows-1252',
      delimiter: 'semicolon',
      headerRow: 1,
    })
    expect(reading?.fields).toEqual([
      null,
      'name',
      'firstName',
      'lastName',
      'address',
      'postalCode',
      'city',
      'country',
      'email',
      'kvkNumber',
      'vatNumber',
      'paymentTermDays',
      null,
      null,
    ])
    expect(counts).toMatchObject({ new: 2, same: 0, changed: 0, wrong: 1 })
    expect(rows[0]).toMatchObject({
      position: 4,
      name: 'Fysio',
      fate: 'wrong',
      problems: [{ field: 'email', code: 'email_invalid' }],
    })
    expect(await customers()).toEqual([])
  })

  test('is added, stays as it is when it comes again, and is taken back as far as nothing was built on it', async () => {
    const { apply, customers, inOwn, read, undo } = await office()
    const { id } = await read('customers', moneybird)
    expect(await apply(id)).toMatchObject({ state: 'applied', counts: { added: 2, wrong: 1 } })
    const [anna, zwaan] = await customers()
    expect(zwaan).toMatchObject({
      kind: 'company',
      name: 'Café De Zwaan',
      contactName: 'Daniël Bos',
      postalCode: '8011 MS',
      country: 'NL',
      kvkNumber: '05061284',
      paymentTermDays: 14,
    })
    expect(anna).toMatchObject({ kind: 'person', name: 'Anna de Vries', contactName: null })
    expect((await read('customers', moneybird)).counts).toMatchObject({
      new: 0,
      same: 2,
      changed: 0,
      wrong: 1,
    })
    await inOwn((tx) => saveDraft(tx, invoiceContent(zwaan?.id ?? '')))
    expect(await undo(id)).toMatchObject({ state: 'undone', counts: { takenBack: 1, kept: 1 } })
    expect((await customers()).map(({ name }) => name)).toEqual(['Café De Zwaan'])
  })

  test('says what it would change, changes nothing unasked, and gives it back', async () => {
    const { apply, customers, inOwn, read, undo } = await office()
    await inOwn((tx) =>
      saveCustomer(
        tx,
        customerContent({ name: 'Kroon B.V.', kvkNumber: '12345678', phone: '038 1', paymentTermDays: 14 }),
      ),
    )
    const file = 'Naam;KvK-nummer;Telefoon;Betalen binnen (dagen)\nKroon B.V.;1234 5678;;30\n'
    const kept = await read('customers', file)
    expect(kept.rows[0]).toMatchObject({
      fate: 'changed',
      changes: [{ field: 'paymentTermDays', from: '14', to: '30' }],
    })
    await apply(kept.id)
    expect(await customers()).toMatchObject([{ paymentTermDays: 14, revision: 1 }])
    const taken = await read('customers', file)
    await apply(taken.id, true)
    expect(await customers()).toMatchObject([{ paymentTermDays: 30, phone: '038 1', revision: 2 }])
    expect(await undo(taken.id)).toMatchObject({ counts: { takenBack: 1 } })
    expect(await customers()).toMatchObject([{ paymentTermDays: 14, revision: 3 }])
  })

  test('takes back nothing that somebody changed since', async () => {
    const { apply, customers, inOwn, read, undo } = await office()
    const { id } = await read('customers', 'Naam;Plaats\nBos;Kampen\n')
    await apply(id)
    const [bos] = await customers()
    await inOwn((tx) =>
      updateCustomer(tx, { id: bos?.id ?? '', revision: 1, content: customerContent({ name: 'Bos' }) }),
    )
    expect(await undo(id)).toMatchObject({ counts: { kept: 1, takenBack: 0 } })
    expect(await customers()).toHaveLength(1)
  })

  test('is held beside what is there when it is added, not when it was read', async () => {
    const { apply, customers, inOwn, read } = await office()
    const { id } = await read('customers', 'Naam;Plaats\nBos;Kampen\nVis;Urk\n')
    await inOwn((tx) => saveCustomer(tx, customerContent({ name: 'Bos', city: 'Kampen' })))
    expect(await apply(id)).toMatchObject({ counts: { added: 1, same: 1 } })
    expect((await customers()).map(({ name }) => name)).toEqual(['Bos', 'Vis'])
  })

  test('that names one twice says in which row, and of branches with one number each is one', async () => {
    const { read } = await office()
    const { rows } = await read(
      'customers',
      'Naam;KvK-nummer;Plaats\nBos Kampen;12345678;Kampen\nBos Zwolle;12345678;Zwolle\nBOS kampen;1234.5678;Elders\n',
    )
    expect(rows.map(({ fate, position, problems }) => [position, fate, problems])).toEqual([
      [4, 'wrong', [{ field: 'kvkNumber', code: 'row_twice', limit: 2 }]],
      [2, 'new', []],
      [3, 'new', []],
    ])
  })
})

test('work that ends halfway goes on where it stopped: nothing is read or added twice', async () => {
  const { apply, customers, inOwn, parts, receive, run } = await office()
  const names = Array.from({ length: 1_234 }, (_, at) => `Klant ${at};Kampen`)
  const id = await receive('customers', `Naam;Plaats\n${names.join('\n')}\n`)
  let turns = 0
  const read = await run(id, () => turns++ % 2 === 0)
  expect(turns).toBeGreaterThan(1)
  expect(read).toMatchObject({ state: 'ready', counts: { new: 1_234 } })
  // Its process dies in the middle of a batch: the transaction is undone as a whole.
  await inOwn(async (tx) => {
    await tx.updateTable('imports').set({ state: 'applying', rows_done: 0 }).where('id', '=', id).execute()
  })
  const { runImport } = await import('./run-import.ts')
  let batches = 0
  const dying = { ...parts, database: db.database('stella_app') }
  await runImport(
    dying,
    {
      organizationId: (
        await inOwn((tx) => tx.selectFrom('imports').select('organization_id').executeTakeFirstOrThrow())
      ).organization_id,
      importId: id,
    },
    () => ++batches < 3,
  )
  const halfway = await inOwn((tx) => tx.selectFrom('customers').select('name').execute())
  expect(halfway).toHaveLength(300)
  expect(await run(id)).toMatchObject({ state: 'applied', counts: { added: 1_234 } })
  const all = await inOwn((tx) => tx.selectFrom('customers').select('name').execute())
  expect(new Set(all.map(({ name }) => name)).size).toBe(1_234)
  expect(all).toHaveLength(1_234)
  expect(await apply(id)).toMatchObject({ state: 'applied' })
  expect(await customers()).toHaveLength(200)
  await inOwn(async (tx) => expect(deleteCustomer(tx, id)).rejects.toMatchObject({ code: 'not_found' }))
})

describe('a file of products', () => {
  test('has its prices with commas or with points, whichever it uses, and says what it does not understand', async () => {
    const { apply, products, read } = await office()
    const { id, reading, rows } = await read(
      'products',
      'Artikelcode;Omschrijving;Verkoopprijs;Eenheid;BTW-soort\nR22;Radiator;"€ 1.234,56";stuks;21%\nA;Arbeid;62,125;uur;Laag\nX;Rit;12,50;rit;Hoog\nY;Bon;9,99,;st;Hoog\n',
    )
    expect(reading).toMatchObject({ program: 'SnelStart', decimals: 'comma' })
    expect(rows.filter(({ fate }) => fate === 'wrong').map(({ problems }) => problems)).toEqual([
      [{ field: 'unit', code: 'choice_unknown' }],
      [{ field: 'unitPrice', code: 'unit_price_invalid' }],
    ])
    await apply(id)
    expect(await products()).toMatchObject([
      { code: 'A', unitPrice: '62.125', unit: 'hour', vatTreatment: 'low' },
      { code: 'R22', unitPrice: '1234.56', unit: 'piece', vatTreatment: 'high', priceIncludesVat: false },
    ])
    const english = await read(
      'products',
      'Product,Notes,Price,Tax Rate 1\nB,"Wall, painted","1,234.50",21\n',
    )
    expect(english).toMatchObject({
      reading: { program: 'Invoice Ninja', decimals: 'point' },
      counts: { new: 1 },
    })
  })

  test('without VAT asks for it once, and keeps the choice of columns for the next file', async () => {
    const { read, readAgain } = await office()
    const file = 'Wat;Prijs;Nummer\nArbeid;60,00;A1\n'
    const first = await read('products', file)
    expect(first.reading?.fields).toEqual([null, 'unitPrice', null])
    const chosen = await readAgain(first.id, {
      fields: ['description', 'unitPrice', 'code'],
      vatTreatment: 'low',
    })
    expect(chosen).toMatchObject({ counts: { new: 1 }, rows: [{ name: 'Arbeid', place: 'A1' }] })
  })

  test('is taken back wholly', async () => {
    const { apply, products, read, undo } = await office()
    const { id } = await read('products', 'Code;Omschrijving;Prijs;Btw\nA;Arbeid;60;Hoog\n')
    await apply(id)
    expect(await products()).toHaveLength(1)
    await undo(id)
    expect(await products()).toEqual([])
  })
})

describe('an import that fails again and again', () => {
  test('stands still where it is with its cause, goes on when asked, and adds nothing twice', async () => {
    const { customers, halt, read, resume } = await office()
    const { id } = await read('customers', customersNamed(250))
    // Two batches are in before the third fails.
    expect(await halt(id, { from: 'ready', to: 'applying', after: 2 })).toMatchObject({
      state: 'halted',
      cause: 'adding_halted',
      counts: { added: 200 },
    })
    expect(await resume(id, 'applying')).toMatchObject({ state: 'applied', counts: { added: 250 } })
    expect(await customers()).toHaveLength(200)
  })

  test('is taken back instead, as far as it came', async () => {
    const { customers, halt, read, resume } = await office()
    const { id } = await read('customers', customersNamed(250))
    await halt(id, { from: 'ready', to: 'applying', after: 1 })
    expect(await resume(id, 'undoing')).toMatchObject({ state: 'undone', counts: { takenBack: 100 } })
    expect(await customers()).toEqual([])
  })

  test('while it is taken back stands still too', async () => {
    const { apply, halt, read, resume } = await office()
    const { id } = await read('customers', customersNamed(450))
    await apply(id)
    expect(await halt(id, { from: 'applied', to: 'undoing', after: 1 })).toMatchObject({
      state: 'halted',
      cause: 'undoing_halted',
      counts: { takenBack: 200 },
    })
    expect(await resume(id, 'undoing')).toMatchObject({ state: 'undone', counts: { takenBack: 450 } })
  })
})

function customersNamed(count: number): string {
  return `Naam;Plaats\n${Array.from({ length: count }, (_, at) => `Klant ${at};Kampen`).join('\n')}\n`
}
