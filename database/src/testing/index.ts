export { type TestDatabase, testDatabase } from './test-database.ts'
export { customerContent, invoiceContent, testDraft } from './test-invoice.ts'
export { testOrganization } from './test-organization.ts'
export { startTestServer, type TestServer } from './test-server.ts'
