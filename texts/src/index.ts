export { statusOfBooks, statusOfPayment } from './books-states.ts'
export { type Texts, textsIn } from './catalogue.ts'
export { type Language, languages } from './languages.ts'
