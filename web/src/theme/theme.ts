import {
  Button,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
} from '@mantine/core'
import buttonStyles from './Button.module.css'
import inputStyles from './Input.module.css'

const ink: MantineColorsTuple = [
  '#eef0f6',
  '#d5dae8',
  '#b6bed2',
  '#949eb7',
  '#7f8694',
  '#626a7c',
  '#474f66',
  '#2c3653',
  '#151d33',
  '#0a0f1d',
]
const gray: MantineColorsTuple = [
  '#f4f5f2',
  '#eaece8',
  '#e3e6e0',
  '#dcdfd9',
  '#b9bec6',
  '#9298a5',
  '#626a7c',
  '#474f66',
  '#2c3653',
  '#151d33',
]
const dark: MantineColorsTuple = [
  '#eef0f6',
  '#d5dae8',
  '#bac2d5',
  '#7c87a6',
  '#2c3653',
  '#222b46',
  '#182038',
  '#0f1527',
  '#0b1020',
  '#080c18',
]

/** Mantine in Stella's look: ink is the primary colour, yellow comes only with `variant="star"`. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-code)',
  fontSizes: {
    xs: 'var(--text-small)',
    sm: 'var(--text-table)',
    md: 'var(--text-body)',
    lg: 'var(--text-large)',
    xl: 'var(--text-heading)',
  },
  spacing: { xs: 'var(--s-2)', sm: 'var(--s-3)', md: 'var(--s-4)', lg: 'var(--s-5)', xl: 'var(--s-6)' },
  radius: { sm: 'var(--radius-1)', md: 'var(--radius-2)' },
  defaultRadius: 'sm',
  shadows: { xs: 'var(--shadow-sheet)', md: 'var(--shadow-raised)' },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 1 },
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  colors: { ink, gray, dark },
  variantColorResolver: (input) =>
    input.variant === 'star'
      ? {
          background: 'var(--star)',
          hover: 'var(--star-hover)',
          color: 'var(--on-star)',
          border: '1px solid transparent',
        }
      : defaultVariantColorsResolver(input),
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default', size: 'md' },
      classNames: { root: buttonStyles.root, label: buttonStyles.label },
    }),
    Input: Input.extend({
      defaultProps: { size: 'md' },
      classNames: { input: inputStyles.input },
    }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] },
      classNames: {
        root: inputStyles.wrapper,
        label: inputStyles.label,
        error: inputStyles.error,
        description: inputStyles.description,
      },
    }),
  },
})

const variables = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-default': 'var(--sheet)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-control)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-error': 'var(--failed)',
  '--mantine-color-placeholder': 'var(--ink-3)',
}

/** Lets Mantine's own variables follow the tokens, which know light and dark themselves. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variables,
  dark: variables,
})
