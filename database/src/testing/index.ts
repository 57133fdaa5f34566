export { testConnection } from './test-connection.ts'
export { type TestDatabase, testDatabase } from './test-database.ts'
export { customerContent, invoiceContent, testDraft } from './test-invoice.ts'
export { testOrganization } from './test-organization.ts'
