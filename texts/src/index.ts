export { type Language, languages, type Texts, textsIn } from './catalogue.ts'
