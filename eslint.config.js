import globals from 'globals'
import ts from 'typescript-eslint'
import vue from 'eslint-plugin-vue'
import { layers } from './scripts/lint/layers.js'

const size = { max: 300, skipBlankLines: true, skipComments: true }

export default ts.config(
  { ignores: ['node_modules/', 'out/', '.cache/', 'resources/', 'test-results/', 'playwright-report/'] },
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser }, globals: globals.browser } },
  {
    plugins: { qingyang: { rules: { layers } } },
    rules: {
      'qingyang/layers': 'error',
      'max-lines': ['error', size],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'error',
      'eqeqeq': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/multi-word-component-names': 'off',
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['scripts/**', 'bench/**'], languageOptions: { globals: globals.node }, rules: { 'no-console': 'off' } },
)
