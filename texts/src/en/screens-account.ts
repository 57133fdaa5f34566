import type * as dutch from '../nl/screens-account.ts'

export const account = {
  signIn: 'Sign in',
  signInLead: 'Invoices that book themselves.',
  email: 'E-mail address',
  password: 'Password',
  signInFailed: 'Signing in did not work',
  noAccount: 'No account yet?',
  signUp: 'Create account',
  signUpLead: 'Write invoices; Stella puts them in your books at e-Boekhouden.nl.',
  name: 'Your name',
  organizationName: 'Name of your company',
  passwordHelp: 'At least 10 characters. A sentence of a few words is good.',
  signUpFailed: 'The account was not created',
  haveAccount: 'Do you have an account?',
  showPassword: 'Show or hide the password',
  sessionEnded: 'You were signed out. Sign in again; what you typed is kept.',
} satisfies typeof dutch.account
