export { statusOfBooks, statusOfPayment } from './books-states.ts'
export { type Language, languages, type Texts, textsIn } from './catalogue.ts'
export { screensIn } from './screens.ts'
