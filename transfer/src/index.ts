export { type Cell, type Column, customerColumns, productColumns } from './tables/columns.ts'
