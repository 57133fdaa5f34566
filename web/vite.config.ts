import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The running Stella that answers /api while Vite serves the screens; `npm run dev` says which. */
const api = process.env.STELLA_URL ?? 'http://127.0.0.1:3000'

const libraries = /[\\/]node_modules[\\/].*(?<!\.css)$|rolldown[\\/]runtime/

/** Of Mantine and what it stands on: what opens above the page, and what a form is made of. */
const dialogs =
  /[\\/](@floating-ui|react-remove-scroll(-bar)?|react-style-singleton|use-sidecar|use-callback-ref|@mantine[\\/]core[\\/]esm[\\/](utils[\\/]Floating|components[\\/](Autocomplete|Combobox|FocusTrap|Menu|Modal\w*|Overlay|Popover|Portal|ScrollArea|Table)))[\\/]|(components[\\/]Dialog|forms[\\/]ReasonDialog|accounts[\\/]OpenedMenu)\./
const fields =
  /[\\/](@mantine[\\/]form|klona|@mantine[\\/]core[\\/]esm[\\/]components[\\/](Checkbox|InlineInput|InputBase|NativeSelect|Radio|PasswordInput|Textarea|TextInput)|web[\\/]src[\\/]forms(?![\\/]ReasonDialog))[\\/]/

/** Places that are visited together are one piece each; every page alone would be dozens of files. */
const places: Readonly<Record<string, RegExp>> = {
  guests: /[\\/]accounts[\\/](SignIn|SignUp|ForgotPassword|NewPassword|ConfirmEmail)Page/,
  search: /[\\/](search[\\/]SearchDialog|@mantine[\\/]spotlight[\\/])/,
  places:
    /[\\/]web[\\/]src[\\/](signed-in-frame\.tsx|overview|activities|search|layouts|accounts[\\/](OrganizationMenu\.tsx|PasswordOnRequest)|(customers[\\/]Customers|invoices[\\/]Invoices|preferences[\\/]Preferences|products[\\/]Products)Page\.)/,
  invoices:
    /[\\/](@mantine[\\/]dates|dayjs|web[\\/]src[\\/](invoices|attachments|messages|mail-servers|payments|share-links))[\\/]/,
  customers: /[\\/](fflate|web[\\/]src[\\/](customers|products|imports|reconciliation))[\\/]/,
  preferences:
    /[\\/](node_modules[\\/]qr|web[\\/]src[\\/](preferences|organizations|series|exports|connections|backfills|mappings|members|api-keys|audit|digests|accounts|cases|support))[\\/]/,
}

/** Of a place or of forms, and needed by the frame around every page. */
const common =
  /[\\/](accounts[\\/](MenuButton|OrganizationMenu\.module|queries|sign-out|use-work-in)|forms[\\/](ChoiceField|flush|unsaved)|layouts[\\/]places|preferences[\\/]pages)\./

/** What several places stand on: components of our own, menus, icons. */
function isShared(id: string): boolean {
  if (common.test(id)) return true
  const isOfPart = [dialogs, fields, ...Object.values(places)].some((part) => part.test(id))
  return !isOfPart && /[\\/](node_modules|web[\\/]src[\\/](components|format|api))[\\/]/.test(id)
}

export default defineConfig({
  plugins: [react(), preloadedFont(), compressed()],
  // The host goes along as it was asked for: the API takes changes only from an origin of that name.
  server: { host: '127.0.0.1', proxy: { '/api': api, '/meer-hierover': api } },
  build: {
    target: 'es2022',
    // Inlined data: URIs would need a wider content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    manifest: true,
    // One sheet for all pages: no rule comes after what it dresses, and their order is always the same.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // The first that fits takes a module, with what it stands on.
          groups: [
            { name: 'libraries', test: libraries, tags: ['$initial' as const] },
            { name: 'start', tags: ['$initial' as const] },
            { name: 'shared', test: isShared },
            { name: 'fields', test: fields },
            { name: 'dialogs', test: dialogs },
            ...Object.entries(places).map(([name, test]) => ({ name, test })),
          ].map((group, at, all) => ({ ...group, priority: all.length - at })),
        },
      },
    },
  },
})

/** The letter of all text is asked for together with the program, not after it. */
function preloadedFont(): Plugin {
  return {
    name: 'preloaded-font',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const fonts = Object.keys(bundle).filter((name) => /-latin-wght-normal.*\.woff2$/.test(name))
        return fonts.map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${name}` },
          injectTo: 'head',
        }))
      },
    },
  }
}

const codings = [
  { ending: '.br', compress: promisify(brotliCompress) },
  { ending: '.gz', compress: promisify(gzip) },
]

/** Writes each text file compressed beside itself, so that serving one costs no work. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    async writeBundle({ dir = '' }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(css|html|js)$/.test(name))
      const files = texts.map((name) => join(dir, name))
      await Promise.all(
        files.flatMap((file) =>
          codings.map(async ({ ending, compress }) =>
            writeFile(file + ending, await compress(await readFile(file))),
          ),
        ),
      )
    },
  }
}
