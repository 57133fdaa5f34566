export { type TestDatabase, testDatabase } from './test-database.ts'
export { testOrganization } from './test-organization.ts'
export { startTestServer, type TestServer } from './test-server.ts'
