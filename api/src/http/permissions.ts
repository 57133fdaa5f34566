import type { Permission } from '@stella/invoicing'

/**
 * What somebody must be allowed to call an operation of an organization: every one of them stands here, and nothing
 * else decides. One that is forgotten is for owners alone until it has a row, and fails a test.
 */
const permissionOfOperations: Readonly<Record<string, Permission>> = {
  // Attachments
  listInvoiceAttachments: 'read',
  getInvoiceAttachment: 'read',
  addInvoiceAttachment: 'invoices',
  removeInvoiceAttachment: 'invoices',
  listAttachments: 'read',
  getAttachment: 'read',
  addAttachment: 'settings',
  removeAttachment: 'settings',
  // The audit
  listAudit: 'audit',
  getAuditCsv: 'audit',
  // API keys
  listApiKeys: 'read',
  createApiKey: 'keys',
  deleteApiKey: 'keys',
  // Old invoices
  getBackfill: 'read',
  requestBackfill: 'bookings',
  confirmBackfill: 'bookings',
  stopBackfill: 'bookings',
  resumeBackfill: 'bookings',
  dropBackfill: 'bookings',
  // Bookings, relations and their log
  listActivities: 'read',
  listActivityPeople: 'read',
  getActivitiesCsv: 'exports',
  streamActivities: 'read',
  getOverview: 'read',
  getOverviewFigures: 'read',
  retryBooking: 'bookings',
  retryBookingsOfCause: 'bookings',
  retryRelation: 'bookings',
  getOverride: 'read',
  readMutation: 'bookings',
  overrideBooking: 'bookings',
  undoOverride: 'bookings',
  // Cases
  listCases: 'read',
  getCase: 'read',
  openCase: 'help',
  writeCaseMessage: 'help',
  giveConsent: 'help',
  endConsent: 'help',
  closeCase: 'help',
  acceptProposal: 'registers',
  declineProposal: 'registers',
  // The connection
  getConnection: 'read',
  testConnection: 'bookings',
  activateConnection: 'connection',
  changeConnectionPreferences: 'connection',
  compareCodes: 'connection',
  disconnect: 'connection',
  // Customers
  listCustomers: 'read',
  getCustomer: 'read',
  getCustomerFigures: 'read',
  getCustomersCsv: 'exports',
  createCustomer: 'registers',
  updateCustomer: 'registers',
  deleteCustomer: 'registers',
  archiveCustomer: 'registers',
  previewErasure: 'registers',
  eraseCustomer: 'registers',
  previewMerge: 'registers',
  mergeCustomers: 'registers',
  // Exports
  listExports: 'exports',
  createExport: 'exports',
  getExportFile: 'exports',
  deleteExport: 'exports',
  // Imports
  listImports: 'read',
  getImport: 'read',
  listImportRows: 'read',
  createImport: 'registers',
  importFromBooks: 'registers',
  resumeImport: 'registers',
  saveImportPart: 'registers',
  readImport: 'registers',
  mendImportRow: 'registers',
  applyImport: 'registers',
  undoImport: 'registers',
  deleteImport: 'registers',
  // Invoices
  listInvoices: 'read',
  sumInvoices: 'read',
  getInvoice: 'read',
  getInvoicePdf: 'read',
  getInvoiceUbl: 'read',
  printInvoices: 'read',
  getBookingPreview: 'read',
  getInvoicesCsv: 'exports',
  zipInvoices: 'exports',
  createInvoice: 'invoices',
  updateInvoice: 'invoices',
  deleteInvoice: 'invoices',
  leaveDraft: 'invoices',
  previewInvoice: 'read',
  previewInvoicePages: 'read',
  convertPrices: 'read',
  finalizeInvoice: 'invoices',
  copyInvoice: 'invoices',
  creditInvoice: 'invoices',
  previewCredit: 'invoices',
  // Links for customers
  getShareLink: 'read',
  createShareLink: 'invoices',
  revokeShareLink: 'invoices',
  // Mails
  listMessages: 'read',
  getMessage: 'read',
  getMessagePdf: 'read',
  getMessageUbl: 'read',
  previewMessage: 'invoices',
  sendMessage: 'invoices',
  settleMessages: 'invoices',
  retryMessage: 'invoices',
  returnMessage: 'invoices',
  getMailServer: 'read',
  getSenderDomain: 'read',
  saveMailServer: 'settings',
  deleteMailServer: 'settings',
  getMailSettings: 'read',
  updateMailSettings: 'settings',
  // On which accounts sales are booked
  getMapping: 'read',
  changeMapping: 'bookings',
  tryMapping: 'bookings',
  // Members
  listMembers: 'read',
  leaveOrganization: 'read',
  changeRole: 'members',
  removeMember: 'members',
  createInvitation: 'members',
  changeInvitation: 'members',
  sendInvitation: 'members',
  withdrawInvitation: 'members',
  askSecondFactor: 'members',
  previewClosing: 'members',
  closeOrganization: 'members',
  // The organization
  getOrganization: 'read',
  updateOrganization: 'settings',
  getLogo: 'read',
  changeLogo: 'settings',
  deleteLogo: 'settings',
  // Payments
  getPayment: 'read',
  sayPaid: 'invoices',
  unsayPaid: 'invoices',
  readPayments: 'bookings',
  // Products
  listProducts: 'read',
  findAlike: 'read',
  getProduct: 'read',
  getProductsCsv: 'exports',
  createProduct: 'registers',
  updateProduct: 'registers',
  // Reconciliation
  getReconciliation: 'read',
  getCallBudget: 'read',
  getReconciliationCsv: 'exports',
  getReconciliationPdf: 'exports',
  readReconciliation: 'bookings',
  acceptDifference: 'bookings',
  unacceptDifference: 'bookings',
  // Numbering
  listSeries: 'read',
  createSeries: 'settings',
  updateSeries: 'settings',
  deleteSeries: 'settings',
  setNextNumber: 'settings',
  previewSeries: 'settings',
  // VAT
  listVatRates: 'read',
}

/** What must be allowed for this operation; what only owners may where it stands nowhere. */
export function permissionOf(operationId: string): Permission {
  return Object.hasOwn(permissionOfOperations, operationId)
    ? (permissionOfOperations[operationId] as Permission)
    : 'members'
}

/**
 * What lets others in or moves money: a session that stood open asks for the password first. The bank account asks for
 * it too, where it changes.
 */
const sensitiveOperations: ReadonlySet<string> = new Set([
  'activateConnection',
  'disconnect',
  'saveMailServer',
  'deleteMailServer',
  'changeRole',
  'removeMember',
  'createInvitation',
  'changeInvitation',
  'askSecondFactor',
  'closeOrganization',
  'eraseCustomer',
  'createApiKey',
])

/** Whether the password must have been given within a quarter of an hour. */
export function asksPassword(operationId: string): boolean {
  return sensitiveOperations.has(operationId)
}

/** Those that have a row. */
export const permittedOperations = Object.keys(permissionOfOperations)
